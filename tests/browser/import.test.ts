import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

const SOURCE = 'afp-2024-09-09-china-to-train-3000-more-cops';
const PHONE = { width: 360, height: 740 };

let newsroom: Newsroom;
let editor: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  editor = await newsroom.bring('Edith', 'EDITOR');
  const made = await ask(`mutation { createCommitment(input: {
    slug: "table-draft", title: "As it was entered by hand", providers: ["CHN"], unit: PEOPLE, measure: TRAINEES,
    audience: POLICE, audienceStated: "police", status: ANNOUNCED, window: {}, voice: PROVIDER,
    recipientScope: UNSPECIFIED, recipients: [], confidence: LOW, otherFigures: [],
    claims: [{ source: "${SOURCE}", low: 71, high: 71, language: "en", rank: NORMAL }]
  }) { __typename } }`);
  expect(made.createCommitment.__typename).toBe('CommitmentSaved');
});
afterAll(() => newsroom?.close());

/** Asks the API in the name of who is signed in. */
function ask(query: string): Promise<any> {
  return editor.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    return (await (await fetch('/graphql', { method: 'POST', headers, body })).json()).data;
  }, JSON.stringify({ query }));
}

const readCommitment = async (slug: string) =>
  (
    await ask(
      `{ editableCommitment(slug: "${slug}") { title state quantity { low high } statedOn { date } } }`,
    )
  ).editableCommitment;

const HEADER =
  'kind,slug,title,status,provider,unit,measure,audience,audienceStated,date,voice,scope,confidence,How many?,source,language';
const rowOf = (
  slug: string,
  title: string,
  { number = '60', date = '9 September 2024', provider = 'CHN' } = {},
) =>
  `COMMITMENT,${slug},${title},ANNOUNCED,${provider},PEOPLE,TRAINEES,POLICE,police,${date},PROVIDER,UNSPECIFIED,LOW,${number},${SOURCE},en`;
const table = [
  HEADER,
  rowOf('table-good', 'A row without a mistake', { number: 'over 61' }),
  rowOf('table-date', 'A day with two readings', { number: '62', date: '03/04/2024' }),
  rowOf('table-draft', 'As the table tells it', { number: '71', date: '' }),
  rowOf('table-number', 'No number', { number: 'several hundred' }),
  rowOf('table-provider', 'Nobody', { number: '64', provider: 'QQQ' }),
].join('\n');

async function expectWellMade() {
  const { violations } = await new AxeBuilder({ page: editor }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const beyond = await editor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

const button = (name: string) => editor.getByRole('button', { name, exact: true });
const show = (name: RegExp) => editor.getByRole('radio', { name }).check();
const rows = () => editor.getByRole('table', { name: /rows$/ }).locator('tbody tr');
const columnFor = () => editor.getByLabel('How many?', { exact: true });

test('an editor drops a table, and says what its oddly named column is', async () => {
  await editor.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Import' }).click();
  const data = await editor.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'pledges.csv', { type: 'text/csv' }));
    return transfer;
  }, table);
  await editor.getByLabel('Choose a file, or drop it here').dispatchEvent('drop', { dataTransfer: data });
  await editor.waitForURL(/\/admin\/import\/\d+$/);
  expect(await columnFor().inputValue()).toBe('');
  await columnFor().selectOption('number');
  await expectWellMade();
  await button('Check all rows').click();
  await editor.getByRole('heading', { name: 'What the check found' }).waitFor();
});

test('every mistake is told at its row and column, and every change by its field', async () => {
  await show(/^Refused \(3\)/);
  const [date, number] = [
    rows().filter({ hasText: 'table-date' }),
    rows().filter({ hasText: 'table-number' }),
  ];
  await date.getByText(/statedOn:/).waitFor();
  expect(await date.textContent()).toMatch(
    /Row 3.*statedOn: .*3 April.*4 March|Row 3.*statedOn: .*2024-0[34]/s,
  );
  expect(await number.textContent()).toMatch(/number: /);
  await rows().filter({ hasText: 'there is no provider QQQ' }).waitFor();
  await show(/^Changed \(1\)/);
  await rows().filter({ hasText: 'table-draft' }).waitFor();
  expect(await rows().locator('del').allTextContents()).toEqual(['As it was entered by hand']);
  expect(await rows().locator('ins').allTextContents()).toEqual(['As the table tells it']);
  await expectWellMade();
  expect(await readCommitment('table-good')).toBeNull();
});

test('what is good is brought in as a whole, and is in the API', async () => {
  await editor.getByText('1 new and 1 changed records would be written').waitFor();
  await button('Bring in').click();
  await editor.getByText('Brought in: 2 records.').waitFor();
  expect(await readCommitment('table-good')).toMatchObject({ state: 'DRAFT', quantity: { low: 61 } });
  expect(await readCommitment('table-draft')).toMatchObject({ title: 'As the table tells it' });
});

test('the refused rows come back with their reasons, are mended, and brought in on a phone', async () => {
  const coming = editor.waitForEvent('download');
  await editor.getByRole('link', { name: 'Refused rows with reasons' }).click();
  const refused = readFileSync(await (await coming).path(), 'utf8');
  expect(refused).toContain('there is no provider QQQ');
  await editor.setViewportSize(PHONE);
  await editor.emulateMedia({ colorScheme: 'dark' });
  await editor.getByRole('link', { name: 'Import and export' }).click();
  await editor.getByRole('link', { name: 'pledges.csv' }).waitFor();
  await expectWellMade();
  const mended = refused
    .replaceAll('03/04/2024', '3 April 2024')
    .replaceAll('several hundred', '300')
    .replaceAll(',QQQ,', ',CHN,');
  await editor
    .getByLabel('Choose a file, or drop it here')
    .setInputFiles({ name: 'mended.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) });
  await editor.waitForURL(/\/admin\/import\/\d+$/);
  await button('Check all rows').waitFor();
  // The choice for the whole file holds for its refused rows.
  expect(await columnFor().inputValue()).toBe('number');
  await button('Check all rows').click();
  await show(/^New \(3\)/);
  await rows().filter({ hasText: 'table-date' }).waitFor();
  await expectWellMade();
  await button('Bring in').click();
  await editor.getByText('Brought in: 3 records.').waitFor();
  expect(await readCommitment('table-date')).toMatchObject({ statedOn: { date: '2024-04-03' } });
  expect(await readCommitment('table-number')).toMatchObject({ quantity: { low: 300, high: 300 } });
});
