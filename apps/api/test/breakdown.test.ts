import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from './support/databases.ts';
import { type OpenRecord, openRecord, TODAY } from './support/totals.ts';

const RANGE = '{ low high }';
const SUMS = `pledged ${RANGE} due ${RANGE} reported ${RANGE} gap ${RANGE}`;
const PARTS = `
  contributions { role quantity ${RANGE} amount ${RANGE} count { slug } within { slug } }
  excluded { reason detail count { slug } }`;
const UNDER = `knownOn: "${TODAY}", assumptions: { placesAsPeople: true }`;
/** As many totals as one query may ask for. */
const TOTALS_PER_QUERY = 40;

interface Range {
  low: number;
  high: number;
}

interface Answer {
  pledged: Range;
  due: Range;
  reported: Range;
  gap: Range;
  contributions: { count: { slug: string } }[];
  excluded: { reason: string; count: { slug: string } }[];
}

interface Row extends Answer {
  keys: { dimension: string; key: string | null; label: string; start: string | null; end: string | null }[];
  key: string | null;
  label: string;
  counts: string[];
}

interface Breakdown {
  by: string[];
  rows: Row[];
  totalCount: number;
  isAdditive: boolean;
  excluded: Answer['excluded'];
}

/** The filter that asks for a row's groups alone; null where there is none. */
function filterOf({ keys, counts }: Row): string | null {
  const parts: string[] = [];
  for (const { dimension, key } of keys) {
    if (dimension === 'COUNTRY' && key) parts.push(`country: "${key}"`);
    else if (dimension === 'REGION' || dimension === 'GROUP') parts.push(`group: ${JSON.stringify(key)}`);
    else if (dimension === 'PROGRAM' && key) parts.push(`program: ["${key}"]`);
    else if (dimension === 'PROGRAM') parts.push(`slug: ${JSON.stringify(counts)}`);
    else if (dimension === 'PROVIDER') parts.push(`provider: ["${key}"]`);
    else if (dimension === 'AUDIENCE') parts.push(`audience: [${key}]`);
    else if (dimension === 'VOICE') parts.push(`voice: [${key}]`);
    // Whom nobody names cannot be asked for.
    else if (dimension === 'COUNTRY') return null;
  }
  return parts.some((part) => part.endsWith('null')) ? null : `{ ${parts.join(', ')} }`;
}

describe.each(databases)('breakdowns on %s', (kind) => {
  let record: OpenRecord;
  beforeAll(async () => {
    record = await openRecord(kind);
  });
  afterAll(() => record.close());

  const ask = async (by: string, more = '', fields = ''): Promise<Breakdown> =>
    (
      await record.ask(`{ breakdown(by: ${by}, ${UNDER} ${more}) {
        by totalCount isAdditive excluded { reason count { slug } }
        rows { keys { dimension key label start end } key label counts ${SUMS} ${fields} }
      } }`)
    ).breakdown;

  /** Answers to a field asked with each of many arguments, by few queries. */
  async function askEach<Answered>(field: string, asked: string[], fields: string): Promise<Answered[]> {
    const answers: Answered[] = [];
    for (let start = 0; start < asked.length; start += TOTALS_PER_QUERY) {
      const some = asked.slice(start, start + TOTALS_PER_QUERY);
      const query = some.map((args, index) => `a${index}: ${field}(${args}) { ${fields} }`).join('\n');
      const answer = await record.ask(`{ ${query} }`);
      answers.push(...some.map((_, index) => answer[`a${index}`]));
    }
    return answers;
  }

  it.each([
    ['COUNTRY', 100, 15],
    ['REGION', 5, 1],
    ['GROUP', 8, 1],
    ['PROGRAM', 15, 1],
    ['PROVIDER', 8, 1],
    ['AUDIENCE', 4, 1],
    ['VOICE', 3, 1],
    ['[PROGRAM, AUDIENCE]', 20, 1],
    ['[VOICE, PROVIDER]', 10, 1],
    ['[PROGRAM, COUNTRY]', 500, 10],
    ['[GROUP, PROVIDER, AUDIENCE]', 30, 4],
  ])('answers each row by %s as the filter would', async (by, fewest, step) => {
    const { rows, totalCount } = await ask(by, ', first: 100', PARTS);
    expect(totalCount).toBeGreaterThanOrEqual(fewest);
    expect(rows).toHaveLength(Math.min(totalCount, 100));
    const looked = rows.filter((_, index) => index % step === 0).filter(filterOf);
    const totals = await askEach<Answer>(
      'totals',
      looked.map((row) => `filter: ${filterOf(row)}, ${UNDER}`),
      `${SUMS} ${PARTS}`,
    );
    looked.forEach((row, index) => {
      const { excluded, ...answer } = totals[index] as Answer;
      const unfit = excluded.filter(({ reason }) => reason !== 'FILTERED');
      expect({
        keys: row.keys,
        ...answer,
        counts: answer.contributions.map(({ count }) => count.slug),
      }).toEqual({
        keys: row.keys,
        ...{ pledged: row.pledged, due: row.due, reported: row.reported, gap: row.gap },
        contributions: row.contributions,
        counts: row.counts,
      });
      // A row without a program is asked for by its counts, which leaves out what does not count.
      if (!filterOf(row)?.includes('slug')) expect([row.keys, row.excluded]).toEqual([row.keys, unfit]);
    });
  });

  it.each([
    ['YEAR', 'YEAR', '{}', ''],
    ['[QUARTER, VOICE]', 'QUARTER', '{ voice: [PROVIDER] }', ', from: "2015-02-10"'],
    ['[PROGRAM, YEAR]', 'YEAR', '{ program: ["sco"] }', ''],
    ['[REGION, MONTH]', 'MONTH', '{ group: "africa" }', ', from: "2024-01-01"'],
  ])('answers each period by %s as a series does', async (by, interval, filter, from) => {
    const { rows } = await ask(by, `${from}, first: 5000`);
    const mine = rows.filter((row) => filterOf(row)?.replace(/^{ {2}}$/, '{}') === filter);
    expect(mine.length).toBeGreaterThan(5);
    const { series } = await record.ask(`{
      series(filter: ${filter}, interval: ${interval}, to: "${TODAY}" ${from}, ${UNDER}) {
        points { start end due ${RANGE} reported ${RANGE} }
      }
    }`);
    const periodOf = ({ keys }: Row) => keys.find(({ start }) => start !== null);
    const nothing = { low: 0, high: 0 };
    for (const { start, end, due, reported } of series.points) {
      const row = mine.find((it) => {
        const period = periodOf(it);
        return period?.start != null && period.start <= start && start < (period.end ?? '');
      });
      expect([start, row?.due ?? nothing, row?.reported ?? nothing]).toEqual([start, due, reported]);
      if (row) expect(end <= (periodOf(row)?.end ?? '')).toBe(true);
    }
    const stated = await askEach<Answer>(
      'totals',
      mine.map((row) => {
        const { start, end } = periodOf(row) ?? {};
        const last = new Date(Date.parse(end ?? '') - 86_400_000).toISOString().slice(0, 10);
        const [first = ''] = from.match(/\d{4}-\d\d-\d\d/) ?? [];
        const since = (start ?? '') > first ? start : first;
        return `filter: ${filter}, from: "${since}", at: "${last < TODAY ? last : TODAY}", ${UNDER}`;
      }),
      `pledged ${RANGE}`,
    );
    expect(mine.map(({ pledged }) => pledged)).toEqual(stated.map(({ pledged }) => pledged));
  });

  it('joins tellings of one thing over periods as a series does', async () => {
    const slugs = ['cn-interpol-2017-20000', 'cn-arab-2022-1500'];
    const [to, from] = await Promise.all(
      slugs.map((slug) => record.db.prisma.count.findUniqueOrThrow({ where: { slug } })),
    );
    const { id } = await record.db.prisma.link.create({
      data: { fromId: from?.id ?? 0, toId: to?.id ?? 0, relation: 'SAME_AS', basis: 'INFERRED' },
    });
    const filter = `filter: { slug: ${JSON.stringify(slugs)} }`;
    const { rows } = await ask('YEAR', `, ${filter}`);
    const { series } = await record.ask(
      `{ series(${filter}, to: "${TODAY}", ${UNDER}) { points { start due ${RANGE} } } }`,
    );
    await record.db.prisma.link.delete({ where: { id } });
    const dues = new Map(rows.map(({ key, due }) => [key, due]));
    const points: { start: string; due: Range }[] = series.points;
    expect(points.length).toBeGreaterThan(5);
    for (const { start, due } of points)
      expect([start, dues.get(start.slice(0, 4)) ?? { low: 0, high: 0 }]).toEqual([start, due]);
  });

  it('says that rows add up only where they come to the totals', async () => {
    const { totals } = await record.ask(`{ totals(${UNDER}) { contributions { role count { slug } } } }`);
    const slugs: string[] = totals.contributions.map((it: { count: { slug: string } }) => it.count.slug);
    const random = createRandom(20261123);
    const questions = [
      'PROGRAM',
      'AUDIENCE',
      'VOICE',
      'PROVIDER',
      'YEAR',
      '[PROGRAM, AUDIENCE]',
      '[VOICE, YEAR]',
    ];
    const drawn = questions.flatMap((by) =>
      Array.from({ length: 12 }, (_, index) => {
        const some = slugs.filter(() => random() < (index % 3 === 0 ? 0.4 : 0.08));
        return { by, args: `filter: { slug: ${JSON.stringify(some)} }, at: "2025-03-10", ${UNDER}` };
      }),
    );
    const wholes = await askEach<Answer>(
      'totals',
      drawn.map(({ args }) => args),
      SUMS,
    );
    const breakdowns = await askEach<Breakdown>(
      'breakdown',
      drawn.map(({ by, args }) => `by: ${by}, ${args}`),
      `isAdditive rows { ${SUMS} counts }`,
    );
    let added = 0;
    breakdowns.forEach(({ isAdditive, rows }, index) => {
      if (!isAdditive) return;
      const whole = wholes[index] as Answer;
      if (rows.length > 2) added += 1;
      for (const side of ['pledged', 'due', 'reported'] as const) {
        for (const end of ['low', 'high'] as const) {
          const sum = rows.reduce((before, row) => before + row[side][end], 0);
          expect([
            drawn[index],
            side,
            end,
            Math.abs(sum - whole[side][end]) < Math.max(1, rows.length),
          ]).toEqual([drawn[index], side, end, true]);
        }
      }
    });
    expect(added).toBeGreaterThan(5);
    expect(breakdowns.filter(({ isAdditive }) => !isAdditive).length).toBeGreaterThan(5);
  });

  it('does not add what shares a row, is linked, or hangs together through what is left out', async () => {
    const additive = async (by: string, slugs: string[]) =>
      (await ask(by, `, filter: { slug: ${JSON.stringify(slugs)} }`)).isAdditive;
    expect(await additive('PROGRAM', ['cn-sco-2022-2000', 'cn-arab-2022-1500'])).toBe(true);
    expect(await additive('PROGRAM', ['cn-sco-2018-2000', 'cn-interpol-2017-20000'])).toBe(false);
    expect(await additive('PROVIDER', ['au-nz-fj-prpi-2003-900'])).toBe(false);
    expect(await additive('YEAR', ['cn-lianyungang-2024-3000'])).toBe(false);
    expect(await additive('[AUDIENCE, COUNTRY]', ['cn-sco-2022-2000'])).toBe(false);
    const [part, between, whole] = await Promise.all(
      ['cn-sco-2022-2000', 'cn-interpol-2017-20000', 'cn-arab-2022-1500'].map((slug) =>
        record.db.prisma.count.findUniqueOrThrow({ where: { slug } }),
      ),
    );
    const links = [];
    for (const [from, to] of [
      [part, between],
      [between, whole],
    ]) {
      const data = {
        fromId: from?.id ?? 0,
        toId: to?.id ?? 0,
        relation: 'PART_OF',
        basis: 'INFERRED',
      } as const;
      links.push(await record.db.prisma.link.create({ data }));
    }
    const seen = await additive('PROGRAM', ['cn-sco-2022-2000', 'cn-arab-2022-1500']);
    await record.db.prisma.link.deleteMany({ where: { id: { in: links.map(({ id }) => id) } } });
    expect(seen).toBe(false);
  });

  it('names the groups of each dimension in the order asked for', async () => {
    const { breakdown } = await record.ask(`{
      breakdown(by: [YEAR, PROVIDER, COUNTRY], filter: { provider: ["china"], country: "KEN" }, from: "2018-01-01", ${UNDER}) {
        by isAdditive
        rows {
          key label
          keys { dimension key label start end country { iso3 } provider { name } program { slug } group { slug } }
          named { counts } listed { counts } counts
        }
      }
    }`);
    expect(breakdown.by).toEqual(['YEAR', 'PROVIDER', 'COUNTRY']);
    const row = breakdown.rows.find(
      ({ key, keys }: Row) => key === '2018' && keys[2]?.key === 'KEN' && keys[1]?.key === 'china',
    );
    const none = { start: null, end: null, country: null, provider: null, program: null, group: null };
    expect(row.keys).toEqual([
      { ...none, dimension: 'YEAR', key: '2018', label: '2018', start: '2018-01-01', end: '2019-01-01' },
      { ...none, dimension: 'PROVIDER', key: 'china', label: 'China', provider: { name: 'China' } },
      { ...none, dimension: 'COUNTRY', key: 'KEN', label: 'Kenya', country: { iso3: 'KEN' } },
    ]);
    expect(row.named.counts).toContain('cn-ken-2018-rail');
    for (const slug of row.named.counts) expect(row.listed.counts).toContain(slug);
    const periods = await ask('[MONTH, GROUP]', ', filter: { slug: ["cn-sco-2022-2000"] }');
    expect(periods.rows[0]?.keys).toMatchObject([
      { key: '2022-09', label: 'September 2022', start: '2022-09-01', end: '2022-10-01' },
      { dimension: 'GROUP', label: 'SCO member states' },
    ]);
    const [quarter] = (await ask('QUARTER', ', filter: { slug: ["cn-sco-2022-2000"] }')).rows;
    expect(quarter).toMatchObject({ key: '2022-Q3', label: 'Q3 2022' });
  });

  it('has a row for no combination in which nothing takes part', async () => {
    const { rows, totalCount } = await ask('[PROGRAM, YEAR]');
    expect(rows).toHaveLength(totalCount);
    expect(rows.filter(({ counts }) => counts.length === 0)).toEqual([]);
    const [programs, years] = [0, 1].map((index) => new Set(rows.map(({ keys }) => keys[index]?.key)).size);
    expect(totalCount).toBeLessThan((programs ?? 0) * (years ?? 0));
    expect((await ask('[PROGRAM, YEAR]', ', filter: { slug: [] }')).rows).toEqual([]);
  });

  it('orders rows as asked, and gives as many as asked', async () => {
    const all = await ask('[PROVIDER, VOICE]');
    const pledged = all.rows.map((row) => row.pledged.high);
    expect(pledged).toEqual(pledged.toSorted((one, other) => other - one));
    for (const [order, side] of [
      ['DUE', 'due'],
      ['REPORTED', 'reported'],
    ] as const) {
      const highs = (await ask('[PROVIDER, VOICE]', `, orderBy: ${order}`)).rows.map((row) => row[side].high);
      expect(highs).toEqual(highs.toSorted((one, other) => other - one));
      expect(highs).toHaveLength(all.totalCount);
    }
    const byKey = await ask('[PROGRAM, YEAR]');
    const keys = byKey.rows.map((row) => row.keys.map(({ key }) => key ?? '~').join(' '));
    expect(keys).toEqual(keys.toSorted());
    const places = (await ask('[REGION, VOICE]', ', orderBy: KEY')).rows.map((row) =>
      row.keys.map(({ key }) => key),
    );
    expect(places).toEqual(places.toSorted((one, other) => ((one[0] ?? '~') < (other[0] ?? '~') ? -1 : 1)));
    expect(places.at(-1)?.[0]).toBeNull();
    const some = await ask('[PROGRAM, YEAR]', ', first: 7');
    expect(some).toEqual({ ...byKey, rows: byKey.rows.slice(0, 7) });
    expect((await ask('[PROVIDER, VOICE]', ', first: 2')).rows).toEqual(all.rows.slice(0, 2));
  });

  it.each([
    ['by: []', 'by', 'give 1 to 3 dimensions, not 0'],
    ['by: [PROGRAM, PROVIDER, AUDIENCE, VOICE]', 'by', 'give 1 to 3 dimensions, not 4'],
    ['by: [PROGRAM, VOICE, PROGRAM]', 'by', 'PROGRAM is given twice; give each dimension once'],
    ['by: [COUNTRY, REGION]', 'by', 'COUNTRY and REGION both say for whom; give one of them'],
    ['by: [MONTH, VOICE, YEAR]', 'by', 'MONTH and YEAR both say when; give one of them'],
    [
      'by: [COUNTRY, MONTH]',
      'by',
      'more than 10,000 rows; give fewer dimensions, longer periods, a filter or fewer days',
    ],
    ['by: PROGRAM, first: 0', 'first', '0 is not a number of rows; give 1 to 5,000'],
    ['by: PROGRAM, first: 5001', 'first', '5001 is not a number of rows; give 1 to 5,000'],
  ])('refuses %s and says what to do', async (args, argument, message) => {
    expect(await record.fail(`{ breakdown(${args}) { totalCount } }`)).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument,
      message: `${argument}: ${message}`,
    });
  });
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
