import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';

// Two people with a browser each have one commitment open at once, in every combination of what they then do.
let newsroom: Newsroom;
let first: Page;
let second: Page;
let slug = '';

beforeAll(async () => {
  newsroom = await openNewsroom();
  first = newsroom.admin;
  second = await newsroom.bring('Rex', 'REVIEWER');
});
afterAll(() => newsroom?.close());

/** Asks in the name of who sits at `page`. */
async function ask<Result>(page: Page, query: string, variables: object = {}): Promise<Result> {
  return page.evaluate(
    async ([text, given]) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables: given }),
      });
      return ((await response.json()) as { data: Result }).data;
    },
    [query, variables] as const,
  );
}

interface Written {
  statedBy: string | null;
  note: string | null;
  window: { stated: string | null };
}

async function readRecord() {
  const { record, history } = await ask<{
    record: { state: string; input: string };
    history: { action: string; actor: string }[];
  }>(
    first,
    `query ($slug: String!) {
      record: editableRecord(entity: COMMITMENT, slug: $slug) { state input }
      history: recordHistory(entity: COMMITMENT, slug: $slug) { action actor }
    }`,
    { slug },
  );
  return { state: record.state, input: JSON.parse(record.input) as Written, history };
}

let turn = 0;

/** A new draft of the first administrator, taken to `state`, and open in both browsers. */
async function openBoth(state: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED'): Promise<void> {
  turn += 1;
  slug = `both-at-once-${turn}`;
  const { record } = await ask<{ record: { input: string } }>(
    first,
    `query { record: editableRecord(entity: COMMITMENT, slug: "cn-lianyungang-2024-3000") { input } }`,
  );
  const input = { ...JSON.parse(record.input), slug, statedBy: 'the minister' };
  await ask(first, `mutation ($input: CommitmentInput!) { createCommitment(input: $input) { __typename } }`, {
    input,
  });
  const move = (action: string, version: number) =>
    ask(
      first,
      `mutation ($slug: String!, $version: Int!) { ${action}Commitment(slug: $slug, version: $version) { __typename } }`,
      { slug, version },
    );
  if (state !== 'DRAFT') await move('submit', 1);
  if (state === 'PUBLISHED') await move('publish', 2);
  for (const page of [first, second]) {
    page.removeAllListeners('dialog');
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto(`${newsroom.product.origin}/admin/commitments/${slug}`);
    await page.getByLabel('Said by', { exact: true }).waitFor();
  }
}

const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const save = (page: Page) => page.getByRole('button', { name: /^Save (draft|and show to readers)$/ }).click();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const expectSaved = (page: Page) => page.getByRole('status').filter({ hasText: 'Version' }).waitFor();
const conflict = (page: Page) => page.getByRole('alert').filter({ hasText: 'changed the record to version' });

describe('different fields', () => {
  test.each(['DRAFT', 'PUBLISHED'] as const)('of a record that is %s: both stand', async (state) => {
    await openBoth(state);
    await fill(first, 'Said by', 'the first');
    await fill(second, 'Window, as stated', 'in the second’s words');
    await save(first);
    await expectSaved(first);
    await save(second);
    await expectSaved(second);
    const { input, history } = await readRecord();
    expect([input.statedBy, input.window.stated]).toEqual(['the first', 'in the second’s words']);
    expect(history.slice(0, 2).map(({ actor }) => actor)).toEqual(['Rex', 'First Administrator']);
    // What the other wrote stands in the second's form too.
    expect(await second.getByLabel('Said by', { exact: true }).inputValue()).toBe('the first');
  });
});

describe('the same field', () => {
  beforeEach(async () => {
    await openBoth('PUBLISHED');
    await fill(first, 'Said by', 'the first');
    await fill(second, 'Said by', 'the second');
    await fill(second, 'Remarks: contradictions, traps, what is missing', 'of the second alone');
    await save(first);
    await expectSaved(first);
    await save(second);
    await conflict(second).waitFor();
  });

  test('the second sees what it was, theirs and mine; nothing is written before the choice', async () => {
    const shown = (await conflict(second).textContent()) ?? '';
    for (const words of ['the minister', 'the first', 'the second', 'First Administrator']) {
      expect(shown).toContain(words);
    }
    expect(await second.getByLabel('Said by', { exact: true }).inputValue()).toBe('the second');
    expect((await readRecord()).input.statedBy).toBe('the first');
    for (const width of [1440, 360]) {
      await second.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page: second }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(
        await second.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
    }
    await second.setViewportSize({ width: 1440, height: 900 });
  });

  test.each([
    ['Mine', 'the second'],
    ['Theirs', 'the first'],
  ])('%s is chosen and saved, with what only the second changed', async (side, left) => {
    await conflict(second).getByRole('radio', { name: side }).check();
    await press(second, 'Save these choices');
    await expectSaved(second);
    const { input } = await readRecord();
    expect([input.statedBy, input.note]).toEqual([left, 'of the second alone']);
  });
});

describe('publish against edit', () => {
  test('who publishes what they have not seen is told what is new', async () => {
    await openBoth('IN_REVIEW');
    await fill(first, 'Said by', 'the first');
    await save(first);
    await expectSaved(first);
    await press(second, 'Publish');
    await conflict(second).waitFor();
    expect(await conflict(second).textContent()).toContain('the first');
    expect((await readRecord()).state).toBe('IN_REVIEW');
    await second.getByRole('button', { name: /^Open version/ }).click();
    await press(second, 'Publish');
    await second.getByRole('status').filter({ hasText: 'Readers see it now' }).waitFor();
  });

  test('who edits what was published meanwhile is asked before readers see it', async () => {
    await openBoth('IN_REVIEW');
    await fill(first, 'Said by', 'the first');
    await press(second, 'Publish');
    await second.getByRole('status').filter({ hasText: 'Readers see it now' }).waitFor();
    await save(first);
    await conflict(first).waitFor();
    expect((await readRecord()).input.statedBy).toBe('the minister');
    await press(first, 'Save all the same');
    await expectSaved(first);
    const { input, state } = await readRecord();
    expect([input.statedBy, state]).toEqual(['the first', 'PUBLISHED']);
  });
});

describe('delete against edit', () => {
  const remove = async (page: Page) => {
    await press(page, `Delete ${await page.getByRole('heading', { level: 1 }).textContent()}`);
    await page
      .getByRole('group', { name: /^Delete/ })
      .getByRole('button', { name: 'Delete', exact: true })
      .click();
  };

  test('who deletes what was edited meanwhile is told, and it stays', async () => {
    await openBoth('DRAFT');
    await fill(first, 'Said by', 'the first');
    await save(first);
    await expectSaved(first);
    await remove(second);
    await conflict(second).waitFor();
    expect((await readRecord()).input.statedBy).toBe('the first');
  });

  test('who edits what was deleted is told by whom; the text stays in the form and in the browser', async () => {
    await openBoth('DRAFT');
    await fill(first, 'Said by', 'written too late');
    await remove(second);
    await second.waitForURL(/\/admin\/commitments$/);
    await save(first);
    await first.getByRole('alert').filter({ hasText: 'Rex deleted it' }).waitFor();
    expect(await first.getByLabel('Said by', { exact: true }).inputValue()).toBe('written too late');
    const { history } = await ask<{ history: { action: string }[] }>(
      first,
      `query { history: recordHistory(entity: COMMITMENT, slug: "${slug}") { action } }`,
    );
    expect(history[0]?.action).toBe('DELETED');
  });
});

describe('beside one another', () => {
  test('each is told that the other has it open, and when they are changing it', async () => {
    await openBoth('DRAFT');
    await fill(first, 'Said by', 'the first');
    await second.reload();
    await second.getByText('First Administrator is changing this record now.').waitFor();
  });

  test('text that was not saved outlives the closed browser, and meets what was written since', async () => {
    await openBoth('DRAFT');
    await fill(first, 'Said by', 'not saved');
    await first.waitForFunction(() =>
      Object.keys(localStorage).some((key) => localStorage.getItem(key)?.includes('not saved')),
    );
    await first.goto('about:blank');
    await fill(second, 'Window, as stated', 'in the second’s words');
    await save(second);
    await expectSaved(second);
    await first.goto(`${newsroom.product.origin}/admin/commitments/${slug}`);
    await press(first, 'Go on with it');
    expect(await first.getByLabel('Said by', { exact: true }).inputValue()).toBe('not saved');
    await save(first);
    await expectSaved(first);
    const { input } = await readRecord();
    expect([input.statedBy, input.window.stated]).toEqual(['not saved', 'in the second’s words']);
  });

  test('a lost connection loses nothing', async () => {
    await openBoth('DRAFT');
    await fill(first, 'Said by', 'in a tunnel');
    await first.context().setOffline(true);
    await save(first);
    await first.getByRole('alert').filter({ hasText: 'Your text is still here' }).waitFor();
    await first.context().setOffline(false);
    await save(first);
    await expectSaved(first);
    expect((await readRecord()).input.statedBy).toBe('in a tunnel');
  });
});
