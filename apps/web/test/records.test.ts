import { expect, test } from 'vitest';
import { kinds } from '@/features/editing/kinds.ts';
import {
  type BulkRow,
  bulkActionsOf,
  findBulkRefusal,
  planBulk,
  type Standing,
} from '@/features/records/bulk.ts';
import { columnsOf, defaultColumns } from '@/features/records/columns.ts';
import { forgetView, keepView, readSavedViews } from '@/features/records/saved-views.ts';
import { addressOfRecords, readRecordsView, toVariables } from '@/features/records/view.ts';

const { commitments, countries, links, sources } = kinds;

test('a list’s view is read from its address, and what it has not is passed over', () => {
  const asked = { text: ' police ', state: 'DRAFT', sort: 'title', columns: ['window', 'state'], after: 'x' };
  expect(readRecordsView(commitments, asked)).toEqual({
    text: 'police',
    state: 'DRAFT',
    sort: 'title',
    columns: ['state', 'window'],
    after: 'x',
    before: null,
  });
  expect(readRecordsView(sources, asked)).toMatchObject({ state: null, sort: 'title', columns: null });
  expect(readRecordsView(links, asked)).toMatchObject({ sort: 'changed' });
  const odd = { state: 'constructor', sort: 'toString', columns: '__proto__,nothing' };
  expect(readRecordsView(commitments, odd)).toMatchObject({ state: null, sort: 'changed', columns: null });
});

test('addresses leave out what every list begins with', () => {
  const usual = { columns: defaultColumns(commitments).join(','), sort: 'changed', text: '', state: '' };
  expect(addressOfRecords(commitments, readRecordsView(commitments, usual))).toBe('/admin/commitments');
  const other = readRecordsView(commitments, {
    columns: 'window,state',
    sort: 'name-back',
    state: 'IN_REVIEW',
  });
  const address = addressOfRecords(commitments, other);
  expect(address).toBe('/admin/commitments?state=IN_REVIEW&sort=name-back&columns=state%2Cwindow');
  expect(readRecordsView(commitments, Object.fromEntries(new URL(address, 'http://x').searchParams))).toEqual(
    other,
  );
});

test('a list is paged both ways', () => {
  const view = readRecordsView(commitments, { before: 'b', sort: 'oldest' });
  expect(toVariables(view)).toMatchObject({ first: null, last: 50, after: null, before: 'b' });
  expect(toVariables(view)).toMatchObject({ orderBy: 'CREATED_AT', direction: 'ASC' });
});

test('every kind’s first columns are among those that it offers', () => {
  for (const kind of Object.values(kinds)) {
    const offered = columnsOf(kind).map(({ key }) => key);
    expect(offered).toEqual(expect.arrayContaining([...defaultColumns(kind)]));
    expect(new Set(offered).size).toBe(offered.length);
  }
});

const row = (key: string, state: BulkRow['state'], version = 1): BulkRow => ({
  key,
  title: key,
  state,
  version,
});
const reasons = (plan: ReturnType<typeof planBulk>) =>
  Object.fromEntries(plan.cannot.map(({ row: { key }, why }) => [key, why]));

test('a summary tells what will be done, and why not to the others', () => {
  const rows = [row('draft', 'DRAFT'), row('waits', 'IN_REVIEW'), row('seen', 'PUBLISHED')];
  const plan = planBulk('publish', rows, 'ADMIN', null);
  expect(plan.will.map(({ key }) => key)).toEqual(['waits']);
  expect(reasons(plan)).toEqual({
    draft: 'It must be in review first.',
    seen: 'It must be in review first.',
  });
  expect(planBulk('publish', rows, 'EDITOR', null).will).toEqual([]);
  expect(planBulk('submit', rows, 'EDITOR', null).will.map(({ key }) => key)).toEqual(['draft']);
  expect(planBulk('delete', rows, 'EDITOR', null).will.map(({ key }) => key)).toEqual(['draft', 'waits']);
  expect(planBulk('retract', rows, 'REVIEWER', null).will.map(({ key }) => key)).toEqual(['seen']);
});

test('a summary goes by how the records stand now', () => {
  const standing: Standing = { version: 1, isOwn: false, actions: ['PUBLISH', 'DELETE'], referrers: [] };
  const rows = ['mine', 'newer', 'gone', 'fine'].map((key) => row(key, 'IN_REVIEW'));
  const standings = new Map<string, Standing>([
    ['mine', { ...standing, isOwn: true, actions: [] }],
    ['newer', { ...standing, version: 2 }],
    ['fine', standing],
  ]);
  const plan = planBulk('publish', rows, 'REVIEWER', standings);
  expect(plan.will.map(({ key }) => key)).toEqual(['fine']);
  expect(reasons(plan)).toEqual({
    mine: 'You wrote this version: another reviewer, or an administrator, must publish it.',
    newer: 'It was changed since this page was loaded: version 2 stands now; look at it first.',
    gone: 'It is not there any more.',
  });
  const used = new Map([['fine', { ...standing, referrers: ['claim of a', 'claim of b'] }]]);
  expect(reasons(planBulk('delete', [row('fine', null)], 'EDITOR', used))).toEqual({
    fine: 'It is still named by claim of a, claim of b.',
  });
});

test('kinds have the actions that their records can take', () => {
  expect(bulkActionsOf(commitments)).toContain('publish');
  expect(bulkActionsOf(sources)).toEqual(['delete']);
  expect(bulkActionsOf(countries)).toEqual([]);
});

test('refusals are told in words', () => {
  expect(findBulkRefusal({ is: 'deleted' })).toBeNull();
  expect(findBulkRefusal({ is: 'saved', slug: 'a', version: 2 })).toBeNull();
  const problems = [{ path: 'state', message: 'the record is DRAFT: send it to review first' }];
  expect(findBulkRefusal({ is: 'invalid', problems })).toBe('The record is DRAFT: send it to review first.');
  expect(
    findBulkRefusal({ is: 'conflict', currentVersion: 3, changedBy: 'Edith', changedAt: null, fields: [] }),
  ).toBe('Edith changed it to version 3 meanwhile: nothing was done to it.');
});

test('kept views survive; whatever else the browser holds is passed over', () => {
  expect(readSavedViews(null)).toEqual([]);
  expect(readSavedViews('{broken')).toEqual([]);
  expect(readSavedViews('{"name":"x"}')).toEqual([]);
  const mine = { name: 'Mine', query: 'state=DRAFT' };
  expect(readSavedViews(JSON.stringify([mine, { name: ' ' }, 'x', null]))).toEqual([mine]);
});

test('a view is kept under a name, replaces its namesake, and can be forgotten', () => {
  const views = keepView([], { name: '  My   drafts ', query: 'state=DRAFT' }) ?? [];
  expect(views).toEqual([{ name: 'My drafts', query: 'state=DRAFT' }]);
  expect(keepView(views, { name: 'My drafts', query: 'text=x' })).toEqual([
    { name: 'My drafts', query: 'text=x' },
  ]);
  expect(keepView(views, { name: ' ', query: '' })).toBeNull();
  const full = Array.from({ length: 30 }, (_, index) => ({ name: `${index}`, query: '' }));
  expect(keepView(full, { name: 'one more', query: '' })).toBeNull();
  expect(forgetView(views, 'My drafts')).toEqual([]);
});
