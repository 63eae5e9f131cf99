import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectWithinBudget } from '../support/budget.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { weighPage } from '../support/weight.ts';

// The starter dataset's events do not have these.
const DRAFTS = ['first-draft', 'second-draft', 'third-draft'];

let newsroom: Newsroom;
let origin: string;
let page: Page;

beforeAll(async () => {
  newsroom = await openNewsroom();
  page = newsroom.admin;
  origin = newsroom.product.origin;
  for (const slug of DRAFTS) await ask(CREATE, { input: eventInput(slug, `Police forum: ${slug}`) });
});
afterAll(async () => {
  await newsroom?.close();
});

const CREATE = `mutation ($input: EventInput!) {
  createEvent(input: $input) { __typename ... on ValidationFailed { problems { path message } } }
}`;
const UPDATE = `mutation ($slug: String!, $version: Int!, $input: EventInput!) {
  updateEvent(slug: $slug, version: $version, input: $input, reason: "Told better") { __typename }
}`;

function eventInput(slug: string, title: string) {
  return {
    slug,
    title,
    kind: 'FORUM',
    providers: ['CHN'],
    countries: [],
    groups: [],
    confidence: 'LOW',
    sources: [{ source: 'afp-2024-09-09-china-to-train-3000-more-cops', language: 'en' }],
    otherFigures: [],
  };
}

/** Asks in the name of who is signed in. */
function ask(query: string, variables: object): Promise<any> {
  return page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    return (await fetch('/graphql', { method: 'POST', headers, body })).json();
  }, JSON.stringify({ query, variables }));
}

const rows = () =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });
const dialog = () => page.getByRole('dialog');

/** Opens a page and waits until its script runs, which renews the session first. */
async function open(path: string) {
  await Promise.all([page.waitForResponse(/get-session/), page.goto(`${origin}${path}`)]);
}

async function expectWellMade() {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}

test('the desk tells what waits, and leads to it', async () => {
  await open('/admin');
  const drafts = page.getByRole('region', { name: 'Your drafts' });
  expect(await drafts.getByRole('link').allTextContents()).toEqual(
    DRAFTS.map((slug) => `Police forum: ${slug}`).reverse(),
  );
  await page.getByText('Nothing waits for review.').waitFor();
  await page.getByRole('link', { name: /^\d+ quality findings?$/ }).waitFor();
  await expectWellMade();
  expect((await fetch(`${origin}/admin/toasters`)).status).toBe(404);
});

test.each([
  ['/admin', 165_000],
  ['/admin/commitments', 200_000],
  ['/admin/commitments/cn-lianyungang-2024-3000', 255_000],
  ['/admin/commitments/new', 255_000],
])('%s keeps its budget of script and style', async (path, script) => {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expectWithinBudget(await weighPage(origin, path, { headers: { cookie } }), script);
});

test('a list is searched, sorted, paged and given columns, all of it in its address', async () => {
  await page.getByRole('list', { name: 'Records' }).getByRole('link', { name: 'Sources' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sources' }).waitFor();
  expect(await rows().count()).toBe(50);
  await page.getByRole('link', { name: 'Next →' }).click();
  await page.waitForURL(/after=/);
  await page.getByRole('link', { name: '← Previous' }).click();
  await page.waitForURL(/before=/);

  await open('/admin/commitments');
  await page.keyboard.press('/');
  await page.keyboard.type('lianyungang');
  await page.getByText('Columns', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Window' }).check();
  await page.getByRole('checkbox', { name: 'State', exact: true }).uncheck();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/text=lianyungang/);
  await page.getByRole('columnheader', { name: 'Window' }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'State', exact: true }).count()).toBe(0);
  await page.getByRole('columnheader', { name: 'Title' }).getByRole('link').click();
  await page.waitForURL(/sort=title/);
  await page.locator('[aria-sort="ascending"]').waitFor();
  const titles = await rows().getByRole('rowheader').locator('a').first().textContent();
  expect(titles).toBeTruthy();
  await expectWellMade();
});

test('a view is kept by name, is there after loading anew, and is forgotten', async () => {
  await page.getByRole('button', { name: 'Keep this view' }).click();
  await page.keyboard.type('Forum by title');
  await page.keyboard.press('Enter');
  await open('/admin/commitments');
  const views = page.getByRole('navigation', { name: 'Views' });
  await views.getByRole('link', { name: 'Forum by title' }).click();
  await page.waitForURL(/text=lianyungang&sort=title&columns=/);
  await expectWellMade();
  await views.getByRole('button', { name: 'Forget the view “Forum by title”' }).click();
  await views.getByRole('link', { name: 'Forum by title' }).waitFor({ state: 'detached' });
  await views.getByRole('link', { name: 'In review' }).click();
  await page.getByText('Nothing matches.').waitFor();
});

test('many are sent to review after a summary, and each refusal is told', async () => {
  await open('/admin/events?state=DRAFT');
  await page.getByRole('checkbox', { name: 'All on this page' }).check();
  await page.getByRole('status').filter({ hasText: '3 chosen' }).waitFor();
  await page.getByRole('button', { name: 'Send to review' }).click();
  const send = dialog().getByRole('button', { name: 'Send to review 3 events' });
  await send.waitFor();
  await expectWellMade();
  // Somebody changes one while the summary is read.
  await ask(UPDATE, {
    slug: 'third-draft',
    version: 1,
    input: eventInput('third-draft', 'Third, told better'),
  });
  await send.press('Enter');
  await dialog().getByText('2 events sent to review, 1 refused').waitFor();
  await dialog().getByText('First Administrator changed it to version 2 meanwhile').waitFor();
  await dialog().getByRole('button', { name: 'Close' }).click();
  await page.getByRole('table', { name: '1 event, last changed first' }).waitFor();
  expect(await rows().allTextContents()).toHaveLength(1);
});

test('what cannot be done is told before anything is', async () => {
  await open('/admin/events?text=-draft');
  await page.getByRole('checkbox', { name: 'All on this page' }).check();
  await page.getByRole('button', { name: 'Publish' }).click();
  await dialog().getByRole('heading', { name: 'Publish: 2 of 3 events' }).waitFor();
  await dialog().getByText('It must be in review first.').waitFor();
  await dialog().getByRole('button', { name: 'Publish 2 events' }).click();
  await dialog().getByText('2 events published', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('cell', { name: 'Published' }).first().waitFor();

  await page.getByRole('checkbox', { name: 'Choose Police forum: first-draft' }).check();
  await page.getByRole('checkbox', { name: 'Choose Third, told better' }).uncheck();
  await page.getByRole('button', { name: 'Take back' }).click();
  await dialog().getByRole('button', { name: 'Take back 1 event' }).click();
  await dialog().getByRole('alert').filter({ hasText: 'needs a reason' }).waitFor();
  await dialog().getByLabel('Why, kept in the history').fill('Entered twice');
  await dialog().getByRole('button', { name: 'Take back 1 event' }).click();
  await dialog().getByText('1 event taken back', { exact: true }).waitFor();
  await dialog().getByRole('button', { name: 'Close' }).click();
  await page.getByRole('cell', { name: 'Taken back' }).waitFor();
});

test('the history shows what each change wrote, and goes back to a version', async () => {
  const input = { ...eventInput('second-draft', 'Police forum: the second'), place: 'Lianyungang' };
  await ask(UPDATE, { slug: 'second-draft', version: 3, input });
  await page
    .getByRole('row')
    .filter({ hasText: 'second-draft' })
    .getByRole('link', { name: 'History' })
    .click();
  const changed = page.getByRole('article', { name: 'Changed by First Administrator' });
  await changed.getByText('Told better').waitFor();
  expect(await changed.locator('ins').allTextContents()).toEqual([
    '+after: Police forum: the second',
    '+after: Lianyungang',
  ]);
  await page.getByRole('article', { name: 'Sent to review by First Administrator' }).waitFor();
  await expectWellMade();

  await page.getByLabel('What did it look like on').fill('2001-01-01');
  await page.getByRole('button', { name: 'Look' }).click();
  await page.getByText('The record was not there yet').waitFor();
  await page.getByLabel('What did it look like on').fill(new Date().toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Look' }).click();
  await page
    .getByRole('region', { name: /^At the end of/ })
    .getByText('Lianyungang')
    .waitFor();

  await page.getByRole('button', { name: 'Restore version 1 …' }).click();
  await dialog().getByLabel('Why').fill('The place is not told');
  await expectWellMade();
  await dialog().getByRole('button', { name: 'Restore it' }).click();
  await page.getByText('The place is not told').waitFor();
  await page.getByRole('heading', { level: 1, name: 'History: Police forum: second-draft' }).waitFor();
});

test('keys lead to search, to a new record and to their own list, and can be turned off', async () => {
  await open('/admin/groups');
  await page.keyboard.press('?');
  await dialog().getByRole('heading', { name: 'Keys' }).waitFor();
  await expectWellMade();
  await dialog().getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).not.toBe('text');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await dialog().getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('n/a?');
  expect(await page.getByRole('searchbox', { name: 'Search', exact: true }).inputValue()).toBe('n/a?');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('n');
  await page.waitForURL(/\/admin\/groups\/new$/);
});

test('nothing can be typed into a form before its script runs, which would write over it', async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const scripts = /\/_next\/static\/.*\.js/;
  await page.route(scripts, (route) => released.then(() => route.continue()));
  await page.goto(`${origin}/admin/events/first-draft`, { waitUntil: 'commit' });
  const title = page.getByLabel('Title', { exact: true });
  await title.waitFor();
  expect(await title.isDisabled()).toBe(true);
  release();
  await title.fill('Typed at once');
  await page.unroute(scripts);
  expect(await title.inputValue()).toBe('Typed at once');
  page.once('dialog', (dialog) => dialog.accept());
  await open('/admin');
});

test('lists and history fit a phone', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of ['/admin', '/admin/events', '/admin/events/second-draft/history']) {
    await open(path);
    await expectWellMade();
  }
  await open('/admin/events');
  await page.getByRole('checkbox', { name: 'All on this page' }).check();
  await page.getByRole('button', { name: 'Publish' }).click();
  await dialog().getByRole('heading').first().waitFor();
  await expectWellMade();
});
