import { describe, expect, inject, test } from 'vitest';
import {
  counts,
  cycle,
  deep,
  filtered,
  LONGEST_ADDRESS,
  named,
  ofOtherList,
  page,
  post,
  type Question,
  sized,
  two,
  writeAddress,
} from '../support/questions.ts';
import { expectRefusal, expectUp } from '../support/refusals.ts';

const origin = inject('origin');
type Case = [name: string, question: Question, status: number, code: string, says: RegExp];

/** Wrong in form: nothing was executed. Each names its place, as a location in the query or as an argument. */
const malformed: Case[] = [
  ['no query at all', { query: '{ commitments( }' }, 400, 'GRAPHQL_PARSE_FAILED', /Expected Name, found "}"/],
  [
    'an unknown field',
    { query: '{ comitments { totalCount } }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /"comitments".*Did you mean "commitments"/,
  ],
  [
    'an unknown argument',
    page('frist: 3'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /"frist".*Did you mean "first"/,
  ],
  [
    'a value that is none of an enum',
    { query: '{ breakdown(by: COUNTRI) { rows { key } } }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /"COUNTRI".*Did you mean the enum value "COUNTRY"/,
  ],
  [
    'a fragment within itself',
    { query: cycle },
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /fragment "A" within itself via "B"/,
  ],
  [
    'a variable of the wrong type',
    sized('x'),
    400,
    'BAD_USER_INPUT',
    /"\$first".*Int cannot represent non-integer value: "x"/,
  ],
  ['a fraction for a whole number', sized(1.5), 400, 'BAD_USER_INPUT', /"\$first".*non-integer value: 1\.5/],
  [
    'a missing variable',
    named(undefined),
    400,
    'BAD_USER_INPUT',
    /"\$slug" of required type "String!" was not provided/,
  ],
  [
    'a number past 32 bits',
    page('first: 3000000000'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /32-bit signed integer value: 3000000000/,
  ],
  ['a number past 53 bits', sized(2 ** 60), 400, 'BAD_USER_INPUT', /"\$first".*32-bit signed integer/],
  [
    'a number past all bits',
    counts('quantity: { min: 99999999999999999999 }'),
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /32-bit signed integer value: 99999999999999999999/,
  ],
  [
    'a day that is none',
    { query: '{ totals(knownOn: "2024-02-30") { due { low } } }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /not a calendar day.*"2024-02-30"; write YYYY-MM-DD/,
  ],
  [
    'a day that is none, deep in a variable',
    filtered({ statedOn: { from: '2024-02-30' } }),
    400,
    'BAD_USER_INPUT',
    /at "filter\.statedOn\.from"; not a calendar day.*write YYYY-MM-DD/,
  ],
  [
    'an instant that is none',
    { query: '{ changes(since: "yesterday") { totalCount } }' },
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /"yesterday"; write it as 2024-09-09T00:00:00Z/,
  ],
  [
    'U+0000 in the query',
    { query: '{ program(slug: "a\\u0000b") { name } }' },
    400,
    'BAD_USER_INPUT',
    /^query: holds the character U\+0000; leave it out/,
  ],
  [
    'U+0000 in a variable',
    named('a\0'),
    400,
    'BAD_USER_INPUT',
    /^variables\.slug: holds the character U\+0000/,
  ],
  [
    'half of a character in the query',
    { query: '{ search(text: "\\ud800") { __typename } }' },
    400,
    'GRAPHQL_PARSE_FAILED',
    /Invalid Unicode escape sequence: "\\ud800"/,
  ],
  [
    'half of a character in a variable',
    named('a\ud83d'),
    400,
    'BAD_USER_INPUT',
    /^variables\.slug: holds half of a character; write the text anew/,
  ],
  [
    'a list of 1,001 values',
    filtered({ slug: Array.from({ length: 1001 }, (_, i) => `s${i}`) }),
    400,
    'BAD_USER_INPUT',
    /^variables\.filter\.slug: a list of 1001 values; give at most 1000/,
  ],
  [
    'an input field that there is not',
    filtered({ 'a\0': 1 }),
    400,
    'BAD_USER_INPUT',
    /not defined by type "CountFilter"/,
  ],
];

/** Wrong in what it asks: told beside the data of other fields, with status 200. Each names its argument and its field. */
const refused: Case[] = [
  ['first: 0', page('first: 0'), 200, 'BAD_USER_INPUT', /^first: 0 is not a page size; give 1 to 500/],
  ['first: 501', page('first: 501'), 200, 'BAD_USER_INPUT', /^first: 501 .*give 1 to 500/],
  ['last: -1', page('last: -1'), 200, 'BAD_USER_INPUT', /^last: -1 .*give 1 to 500/],
  [
    'first and last',
    page('first: 1, last: 1'),
    200,
    'BAD_USER_INPUT',
    /^last: give `first` or `last`, not both/,
  ],
  [
    'the cursor of another list',
    page(`after: "${ofOtherList}"`),
    200,
    'BAD_USER_INPUT',
    /^after: the cursor belongs to .*this list is/,
  ],
  [
    'a cursor that is none',
    page('before: "garbage"'),
    200,
    'BAD_USER_INPUT',
    /^before: "garbage" is not a cursor; take one from/,
  ],
  [
    'a reversed range of days',
    counts('statedOn: { from: "2024-05-01", until: "2024-01-01" }'),
    200,
    'BAD_USER_INPUT',
    /^filter\.statedOn: from 2024-05-01 is not before until 2024-01-01/,
  ],
  [
    'a reversed range of amounts',
    counts('quantity: { min: 5, max: 1 }'),
    200,
    'BAD_USER_INPUT',
    /^filter\.quantity: min 5 is more than max 1/,
  ],
  [
    'totals that end before they begin',
    { query: '{ totals(from: "2024-05-01", at: "2024-01-01") { due { low } } }' },
    200,
    'BAD_USER_INPUT',
    /^from: 2024-05-01 is after at 2024-01-01/,
  ],
  [
    'a series that ends before it begins',
    { query: '{ series(from: "2024-05-01", to: "2024-01-01") { points { start } } }' },
    200,
    'BAD_USER_INPUT',
    /^from: 2024-05-01 is after to 2024-01-01/,
  ],
  [
    'an unknown country',
    counts('country: "QQQ"'),
    200,
    'BAD_USER_INPUT',
    /^filter\.country: no country has the code "QQQ"; use ISO 3166-1 alpha-3/,
  ],
  [
    'an unknown program',
    counts('program: ["nope"]'),
    200,
    'BAD_USER_INPUT',
    /^filter\.program: no program has the slug "nope"; see `programs`/,
  ],
  [
    'an unknown provider',
    counts('provider: ["nope"]'),
    200,
    'BAD_USER_INPUT',
    /^filter\.provider: no provider has the slug "nope"; see `providers`/,
  ],
  [
    'an unknown group',
    counts('group: "nope"'),
    200,
    'BAD_USER_INPUT',
    /^filter\.group: no group has the slug "nope"; see `groups`/,
  ],
  [
    'a search of 201 characters',
    { query: `{ search(text: "${'x'.repeat(201)}") { __typename } }` },
    200,
    'BAD_USER_INPUT',
    /^text: give at most 200 characters/,
  ],
  [
    '501 ids',
    {
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      variables: { ids: Array.from({ length: 501 }, (_, i) => `i${i}`) },
    },
    200,
    'BAD_USER_INPUT',
    /^ids: 501 ids; give at most 500/,
  ],
];

/** Past a limit: the whole query is its place, and both numbers are told. */
const pastLimits: Case[] = [
  [
    '10,000 aliases',
    { query: `{${Array.from({ length: 10_000 }, (_, i) => `a${i}:__typename`).join(' ')}}` },
    400,
    'QUERY_TOO_LONG',
    /30002 tokens.*limit is 5000.*several queries/,
  ],
  [
    '51 aliases',
    { query: `{${Array.from({ length: 51 }, (_, i) => `a${i}:__typename`).join(' ')}}` },
    400,
    'TOO_MANY_ALIASES',
    /51 aliases; the limit is 50/,
  ],
  [
    'fields nested 50 deep',
    { query: deep },
    400,
    'QUERY_TOO_DEEP',
    /nested 51 levels deep; the limit is 30.*query of their own/,
  ],
  [
    'lists within lists',
    { query: '{ countries(first: 500) { nodes { commitments(first: 500) { nodes { slug } } } } }' },
    400,
    'QUERY_TOO_DEAR',
    /would cost \d+; the limit is 50000.*smaller `first`/,
  ],
];

/** Of several operations: there is no place in the query to point at. */
const unresolved: Case[] = [
  [
    'an unknown operation',
    { query: two, operationName: 'C' },
    400,
    'OPERATION_RESOLUTION_FAILURE',
    /Unknown operation named "C"/,
  ],
  [
    'several operations and no name',
    { query: two },
    400,
    'OPERATION_RESOLUTION_FAILURE',
    /Must provide operation name/,
  ],
];

async function askBothWays([, question, status, code, says]: Case) {
  const error = await expectRefusal(await post(origin, question), { status, code, says });
  await expectUp(origin);
  const address = writeAddress(origin, question);
  if (address.length > LONGEST_ADDRESS) return error;
  const headers = { 'apollo-require-preflight': '1' };
  const byGet = await expectRefusal(await fetch(address, { headers }), { status, code, says });
  await expectUp(origin);
  const { requestId: _, ...told } = error?.extensions ?? {};
  expect(byGet).toMatchObject({ ...error, extensions: told });
  return error;
}

describe('a question wrong in form is refused before anything is read, with its place', () => {
  test.each(malformed)('%s', async (...asked) => {
    const error = await askBothWays(asked);
    expect(error?.locations ?? error?.extensions.argument).toBeDefined();
    expect(error?.path).toBeUndefined();
  });
});

describe('a question that cannot be answered is refused with its argument and its field', () => {
  test.each(refused)('%s', async (...asked) => {
    const error = await askBothWays(asked);
    expect(error?.message).toMatch(new RegExp(`^${error?.extensions.argument}: `));
    expect(error).toMatchObject({ path: [expect.any(String)], locations: [{ line: 1 }] });
  });
});

test.each(pastLimits)('a question past a limit tells both numbers: %s', async (...asked) => {
  const error = await askBothWays(asked);
  expect(error?.extensions).toMatchObject({ asked: expect.any(Number), limit: expect.any(Number) });
});

test.each(unresolved)('%s', async (...asked) => {
  await askBothWays(asked);
});

test('a subscription', async () => {
  const says = /no subscriptions here: ask with a query/;
  const response = await post(origin, { query: 'subscription { anything }' });
  await expectRefusal(response, { status: 400, code: 'OPERATION_RESOLUTION_FAILURE', says });
});

const longest = 'x'.repeat(900_000);
test.each<Case>([
  ['of the wrong type', sized(longest), 400, 'BAD_USER_INPUT', /Int cannot represent non-integer value/],
  [
    'for a day',
    { query: 'query ($d: Date) { totals(knownOn: $d) { due { low } } }', variables: { d: longest } },
    400,
    'BAD_USER_INPUT',
    /write YYYY-MM-DD/,
  ],
  [
    'for a country',
    filtered({ country: longest }),
    200,
    'BAD_USER_INPUT',
    /^filter\.country: .*ISO 3166-1 alpha-3/,
  ],
  [
    'for an enum',
    { query: `{ breakdown(by: ${longest}) { rows { key } } }` },
    400,
    'GRAPHQL_VALIDATION_FAILED',
    /does not exist in "BreakdownDimension"/,
  ],
])('a value of 900 kB %s is named, not sent back', async (...asked) => {
  await askBothWays(asked);
});

test('values that a program may send are taken as they stand, and find nothing', async () => {
  for (const slug of [longest, '__proto__', 'constructor', 'C:\\u0000', "'; --", '%', '😀'.repeat(1_000)]) {
    const body = await (await post(origin, named(slug))).json();
    expect(body).toMatchObject({ data: { program: null } });
  }
});
