import { expect, test } from 'vitest';
import { ApiError, nullIfRefused } from '@/api/error.ts';
import { loadList } from '@/api/load-list.ts';
import {
  isFiltered,
  paramsOfView,
  readListView,
  toVariables,
  withoutFilters,
} from '@/features/count/list-view.ts';
import { readKnown, readParam } from '@/text/index.ts';

const today = '2026-11-23';

test.each([
  ['2024-09-09', { known: '2024-09-09', refused: null }],
  [today, { known: null, refused: null }],
  [undefined, { known: null, refused: null }],
  ['2024-02-30', { known: null, refused: '2024-02-30' }],
  ['garbage', { known: null, refused: 'garbage' }],
  ['0001-01-01', { known: null, refused: '0001-01-01' }],
  ['9999-12-31', { known: null, refused: '9999-12-31' }],
])('?known=%s is a day up to today, or refused', (known, read) => {
  expect(readKnown({ known }, today)).toEqual(read);
});

test('parameters hold one line of text', () => {
  expect(readParam({ text: 'a\u0000b' }, 'text')).toBe('a b');
  expect(readParam({ text: '\u0000' }, 'text')).toBeNull();
  expect(readParam({ text: ['first', 'second'] }, 'text')).toBe('first');
});

test('a list can be cut to one voice, to all but the provider’s, and to one verdict', () => {
  const asked = { voice: 'others', verdict: 'UNREPORTED', sort: 'quantity' };
  const view = readListView('/commitments', asked, today);
  expect(toVariables(view).filter.voice).toEqual(['RECIPIENT', 'INDEPENDENT', 'MEDIA']);
  expect(view.verdict).toBe('UNREPORTED');
  expect(paramsOfView(view)).toMatchObject(asked);
  expect(isFiltered(view)).toBe(true);
  expect(isFiltered(withoutFilters(view))).toBe(false);
  expect(toVariables(readListView('/reported', { voice: 'RECIPIENT' }, today)).filter.voice).toEqual([
    'RECIPIENT',
  ]);
  expect(readListView('/reported', { voice: 'loud', verdict: 'x' }, today)).toMatchObject({
    voice: null,
    verdict: null,
  });
});

test('words that objects know of themselves are no orders and no audiences', () => {
  const view = readListView('/commitments', { sort: 'constructor', audience: 'toString' }, today);
  expect(view).toMatchObject({ sort: 'stated', audience: null });
});

const refuse = (argument: string, message: string) =>
  new ApiError(`${argument}: ${message}`, 'BAD_USER_INPUT', 'request-1', argument);

test('a list sets aside the cursor and the filters that the API refuses, and says so', async () => {
  const asked = { provider: 'zzz', after: 'garbage', before: null };
  const unfiltered = { provider: null, after: null, before: null };
  const { view, page, refusals } = await loadList<typeof asked | typeof unfiltered, string>(
    asked,
    unfiltered,
    async ({ after, provider }) => {
      if (after) throw refuse('after', '"garbage" is not a cursor; take one from `edges`');
      if (provider) throw refuse('filter.provider', 'no provider has the slug "zzz"; see `providers`');
      return 'all';
    },
  );
  expect(view).toEqual(unfiltered);
  expect(page).toBe('all');
  expect(refusals).toEqual([
    'The address asks for a page that this list does not have; this is the first.',
    'No provider has the slug "zzz", so nothing is filtered.',
  ]);
});

test('what is no refusal stays an error', async () => {
  const down = new ApiError('The API does not answer', 'UNREACHABLE', null);
  const view = { after: null, before: null };
  await expect(loadList(view, view, () => Promise.reject(down))).rejects.toBe(down);
  expect(() => nullIfRefused(down)).toThrow(down);
  expect(nullIfRefused(refuse('filter.country', 'no country has the code "QQQ"'))).toBeNull();
});
