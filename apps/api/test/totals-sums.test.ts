import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from './support/databases.ts';
import {
  AUDIENCES,
  Chance,
  insertRandomCounts,
  insertRandomLinks,
  PROGRAMS,
  PROVIDERS,
  VOICES,
} from './support/random-counts.ts';
import { type OpenRecord, openRecord } from './support/totals.ts';

const RANGE = '{ low high }';
const TOTALS = `pledged ${RANGE} due ${RANGE} reported ${RANGE} gap ${RANGE} daysSinceLastReport
  assumptions { schedule placesAsPeople knownOn from at }`;
const POINTS = `points { start end pledged ${RANGE} due ${RANGE} reported ${RANGE} cumulativeDue ${RANGE}
  cumulativeReported ${RANGE} }`;

const ROWS = `totalCount isAdditive rows { keys { dimension key label } pledged ${RANGE} due ${RANGE} reported ${RANGE}
  gap ${RANGE} }`;

const VARIABLES = `$filter: CountFilter, $from: Date, $at: Date, $knownOn: Date, $assumptions: AssumptionsInput`;
const SHARED = `filter: $filter, from: $from, knownOn: $knownOn, assumptions: $assumptions`;
const askFor = (
  lists: string,
) => `query (${VARIABLES}, $interval: Interval, $by: [BreakdownDimension!]!, $orderBy: BreakdownOrder) {
  totals(${SHARED}, at: $at) { ${TOTALS} ${lists} }
  series(${SHARED}, to: $at, interval: $interval) { ${POINTS} ${lists} }
  breakdown(${SHARED}, at: $at, by: $by, orderBy: $orderBy) { ${ROWS} ${lists} }
}`;
const NUMBERS = askFor('');
const WITH_LISTS = askFor('contributions { role }');

// Those that SQL groups by, and some that it does not.
const GROUPINGS = [
  ['PROGRAM'],
  ['PROVIDER'],
  ['AUDIENCE'],
  ['VOICE', 'PROGRAM'],
  ['PROVIDER', 'AUDIENCE', 'VOICE'],
  ['YEAR', 'PROGRAM'],
  ['REGION'],
];

function makeQuestion(chance: Chance) {
  const some = <T>(values: readonly T[]) => chance.onceIn(5, () => values.filter(() => chance.below(3) > 0));
  const range = () => {
    const days = [chance.day(), chance.day()].sort();
    return days[0] === days[1] ? { from: days[0] } : { from: days[0], until: days[1] };
  };
  const [from, at] = [chance.day(), chance.day()].sort();
  return {
    filter: {
      program: some(PROGRAMS),
      provider: some(PROVIDERS),
      audience: some(AUDIENCES),
      voice: some(VOICES),
      slug: chance.onceIn(6, () => Array.from({ length: 60 }, () => `random-${chance.below(260)}`)),
      statedOn: chance.onceIn(6, range),
      knownOn: chance.onceIn(6, range),
      quantity: chance.onceIn(6, () => ({ min: chance.below(300), max: chance.pick([null, 700]) })),
      unit: chance.onceIn(6, () => ['COURSES']),
      measure: chance.onceIn(6, () => ['VISITORS']),
      byName: chance.onceIn(6, () => true),
    },
    from: chance.pick([null, from]),
    at: chance.pick([null, at]),
    knownOn: chance.pick([null, null, chance.day()]),
    interval: chance.pick(['YEAR', 'QUARTER', 'MONTH']),
    by: chance.pick(GROUPINGS),
    orderBy: chance.pick([null, 'KEY', 'DUE', 'REPORTED']),
    assumptions: {
      schedule: chance.pick(['EVEN', 'AT_START', 'AT_END']),
      placesAsPeople: chance.below(2) === 0,
    },
  };
}

describe.each(databases)('sums in SQL on %s', (kind) => {
  let record: OpenRecord;
  beforeAll(async () => {
    record = await openRecord(kind);
    const chance = new Chance(7);
    await insertRandomCounts(record.db, chance, 260);
    await insertRandomLinks(record.db, chance, 90, 70);
  });
  afterAll(() => record.close());

  async function ask(query: string, question: object): Promise<any> {
    const answer = await record.ask(query, question).catch((error) => JSON.parse(error.message)[0].message);
    for (const part of Object.values<any>(typeof answer === 'string' ? {} : answer))
      delete part.contributions;
    return answer;
  }

  it('are those of the counts read one by one, whatever is asked', async () => {
    const chance = new Chance(11);
    let answered = 0;
    for (let round = 0; round < 40; round += 1) {
      const question = makeQuestion(chance);
      const numbers = await ask(NUMBERS, question);
      expect(numbers, JSON.stringify(question)).toEqual(await ask(WITH_LISTS, question));
      if (numbers.totals?.pledged.high > 0) answered += 1;
    }
    expect(answered).toBeGreaterThan(20);
  });

  it('take as many statements, and read as many rows, however many counts there are', async () => {
    const { query } = record.db;
    const measure = async () => {
      const rows: number[] = [];
      record.db.query = async (...statement: Parameters<typeof query>) => {
        const answer = await query(...statement);
        // Of groups there are as many as there are voices, of each three roles, with a rate and without.
        if (statement[0].includes('group_0')) expect(answer.length).toBeLessThanOrEqual(VOICES.length * 6);
        else rows.push(answer.length);
        return answer as any;
      };
      await record.ask(NUMBERS, { by: ['VOICE'] }).finally(() => {
        record.db.query = query;
      });
      return rows.sort((one, other) => one - other);
    };
    const before = await measure();
    await insertRandomCounts(record.db, new Chance(13), 300, 1_000);
    const after = await measure();
    expect(after).toHaveLength(before.length);
    expect(before.length).toBeLessThanOrEqual(8);
    // A row for each of three roles, with a rate and without.
    const isLong = (rows: number) => rows > 6;
    expect(after.filter(isLong)).toEqual(before.filter(isLong));
  });
});
