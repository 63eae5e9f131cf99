import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from './support/databases.ts';
import { type OpenRecord, openRecord } from './support/totals.ts';

const TOTALS = /* GraphQL */ `
  query ($filter: CountFilter, $from: Date, $at: Date, $knownOn: Date, $assumptions: AssumptionsInput) {
    totals(filter: $filter, from: $from, at: $at, knownOn: $knownOn, assumptions: $assumptions) {
      pledged { low high }
      due { low high }
      reported { low high }
      gap { low high }
      daysSinceLastReport
      contributions {
        count { __typename slug }
        quantity { low high }
        amount { low high }
        role
        within { slug }
      }
      excluded { count { slug } reason detail }
      assumptions { schedule placesAsPeople knownOn from at notes }
    }
  }
`;

const PLACES = { placesAsPeople: true };
const FORUM = [
  'cn-gsi-2023-5000',
  'cn-lianyungang-2024-3000',
  'cn-focac-2024-police-1000',
  'cn-report-2024-2700',
];
const HOME = { provider: ['china'], audience: ['POLICE', 'LAW_ENFORCEMENT', 'SECURITY', 'JUSTICE'] };

interface Row {
  count: { __typename: string; slug: string };
  role: string;
  reason: string;
}

describe.each(databases)('totals on %s', (kind) => {
  let record: OpenRecord;
  beforeAll(async () => {
    record = await openRecord(kind);
  });
  afterAll(() => record.close());

  const askTotals = async (variables: object) => (await record.ask(TOTALS, variables)).totals;
  const find = (rows: Row[], slug: string) => rows.find(({ count }) => count.slug === slug);

  it("answers the article's question on the forum's day", async () => {
    const totals = await askTotals({ filter: { slug: FORUM }, knownOn: '2024-09-09', assumptions: PLACES });
    expect(totals).toMatchObject({
      pledged: { low: 5000, high: 9000 },
      reported: { low: 2700, high: 2700 },
      daysSinceLastReport: 0,
    });
    expect(find(totals.contributions, 'cn-focac-2024-police-1000')).toMatchObject({
      role: 'MAY_BE_PART_OF',
      within: [{ slug: 'cn-gsi-2023-5000' }, { slug: 'cn-lianyungang-2024-3000' }],
    });
  });

  it('answers it as it stood the day before', async () => {
    const totals = await askTotals({ filter: { slug: FORUM }, knownOn: '2024-09-08', assumptions: PLACES });
    expect(totals).toMatchObject({
      pledged: { low: 5000, high: 6000 },
      reported: { low: 0, high: 0 },
      daysSinceLastReport: null,
    });
    expect(find(totals.excluded, 'cn-report-2024-2700')?.reason).toBe('NOT_YET_KNOWN');
  });

  it("answers the home page's view", async () => {
    const totals = await askTotals({ filter: HOME, from: '2015-01-01', assumptions: PLACES });
    expect(totals.pledged).toEqual({ low: 27000, high: 37500 });
    expect(totals.reported).toEqual({ low: 7121, high: 7150 });
    expect(totals.due).toEqual({ low: 25861, high: 35668 });
    expect(totals.assumptions).toMatchObject({
      schedule: 'EVEN',
      placesAsPeople: true,
      knownOn: '2026-11-23',
      from: '2015-01-01',
      at: '2026-11-23',
    });
    const promises = totals.contributions.filter(({ count }: Row) => count.__typename === 'Commitment');
    expect(promises).toHaveLength(9);
    expect(totals.assumptions.notes).toContainEqual(
      expect.stringMatching(/^“5,000 .*”: training places are read as people\.$/),
    );
  });

  it.each([
    [{}],
    [{ filter: HOME, from: '2015-01-01', assumptions: PLACES }],
    [{ filter: { country: 'KEN' }, knownOn: '2018-01-01' }],
  ])('puts every published count on one side, once: %j', async (variables) => {
    const totals = await askTotals(variables);
    const slugs = [...totals.contributions, ...totals.excluded].map(({ count }: Row) => count.slug);
    const all = await record.db.prisma.count.findMany({
      where: { state: 'PUBLISHED' },
      select: { slug: true },
    });
    expect(slugs.toSorted()).toEqual(all.map(({ slug }) => slug).toSorted());
  });

  it('adds nothing for a restatement', async () => {
    const audience = ['POLICE', 'LAW_ENFORCEMENT', 'MILITARY', 'MIXED'];
    const totals = await askTotals({ filter: { program: ['focac'], audience } });
    expect(totals.pledged).toEqual({ low: 7000, high: 7000 });
    expect(find(totals.contributions, 'cn-focac-2025-restatement')?.role).toBe('CONTAINS');
  });

  it('looks at membership on the day stated', async () => {
    const now = await askTotals({ filter: { country: 'BLR' } });
    expect(find(now.excluded, 'cn-sco-2022-2000')?.reason).toBe('FILTERED');
    const member = await askTotals({ filter: { country: 'KAZ' } });
    expect(find(member.contributions, 'cn-sco-2022-2000')).toMatchObject({
      quantity: { low: 0, high: 2000 },
    });
    const group = await askTotals({ filter: { group: 'sco' } });
    expect(find(group.contributions, 'cn-sco-2022-2000')).toMatchObject({
      quantity: { low: 2000, high: 2000 },
    });
  });

  it('takes a share for a share and divides nothing', async () => {
    const afghanistan = await askTotals({ filter: { country: 'AFG' } });
    expect(find(afghanistan.contributions, 'tr-police-academy-3711')).toMatchObject({
      quantity: { low: 3091, high: 3091 },
    });
    const kenya = await askTotals({ filter: { country: 'KEN' } });
    expect(find(kenya.contributions, 'cn-un-police-2016-17')).toMatchObject({
      quantity: { low: 0, high: 17 },
    });
    expect(find(kenya.contributions, 'cn-ken-2018-rail')).toMatchObject({ quantity: { low: 29, high: 30 } });
    const africa = await askTotals({ filter: { group: 'africa' } });
    expect(find(africa.contributions, 'cn-un-police-2016-17')).toMatchObject({
      quantity: { low: 17, high: 17 },
    });
  });

  it('writes for readers: no names of the contract, no slugs', async () => {
    const slugs = await record.db.prisma.count.findMany({ select: { slug: true } });
    const others = await record.db.prisma.program.findMany({ select: { slug: true } });
    const names = new Set([...slugs, ...others].map(({ slug }) => slug).filter((slug) => slug.includes('-')));
    const asked = [
      {},
      { filter: HOME, assumptions: PLACES, from: '2015-01-01', knownOn: '2020-01-01' },
      { filter: { program: ['focac'], voice: ['PROVIDER'], unit: ['PEOPLE'] }, at: '2019-01-01' },
      { filter: { country: 'KEN', statedOn: { from: '2010-01-01', until: '2022-01-01' } } },
    ];
    const sentences: string[] = [];
    for (const variables of asked) {
      const { excluded, assumptions } = await askTotals(variables);
      sentences.push(...excluded.map(({ detail }: { detail: string }) => detail), ...assumptions.notes);
    }
    for (const at of ['2018-01-01', '2024-09-09', '2026-11-23']) {
      const { commitments } = await record.ask(
        `{ commitments(first: 500) { nodes { standing(at: "${at}") { rule } } } }`,
      );
      sentences.push(
        ...commitments.nodes.flatMap((it: { standing: { rule: string } | null }) => it.standing?.rule ?? []),
      );
    }
    expect(new Set(sentences).size).toBeGreaterThan(50);
    for (const sentence of sentences) {
      const own = sentence.replaceAll(/“[^”]*”/g, '');
      expect(own).not.toMatch(/[A-Z]{2,}_|\b(?:PEOPLE|PLACES|COURSES|POLICE|PROPOSED|UNREPORTED|filter\.)/);
      expect(own).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      expect(own.split(/[^a-z0-9-]+/).filter((word) => names.has(word))).toEqual([]);
      expect(sentence).toMatch(/^[A-Z“].*\.$/);
    }
  });

  it('counts silence from reports that a source dates alone', async () => {
    const slug = ['cn-report-2024-2700'];
    const ask = () => askTotals({ filter: { slug }, at: '2026-11-23' });
    expect((await ask()).daysSinceLastReport).toBe(805);
    const dated = await record.db.prisma.count.findUniqueOrThrow({ where: { slug: slug[0] } });
    const undated = { statedOn: null, statedOnPrecision: null, knownOn: new Date('2026-11-01') };
    await record.db.prisma.count.update({ where: { id: dated.id }, data: undated });
    expect(await ask()).toMatchObject({ reported: { low: 2700, high: 2700 }, daysSinceLastReport: null });
    const { statedOn, statedOnPrecision, knownOn } = dated;
    await record.db.prisma.count.update({
      where: { id: dated.id },
      data: { statedOn, statedOnPrecision, knownOn },
    });
  });

  it('tells each exclusion with its reason and its value', async () => {
    const { excluded } = await askTotals({});
    expect(find(excluded, 'cn-gsi-2023-5000')).toMatchObject({
      reason: 'UNIT',
      detail: 'It counts training places, not people.',
    });
    expect(find(excluded, 'cn-focac-2018-50-programmes')).toMatchObject({
      reason: 'UNIT',
      detail: 'It counts courses, not people.',
    });
    expect(find(excluded, 'cn-africa-2016-seminar')).toMatchObject({
      reason: 'MEASURE',
      detail: 'It counts people present at a seminar or meeting.',
    });
    expect(find(excluded, 'cn-ken-2021-400-per-year')).toMatchObject({
      reason: 'STATUS',
      detail: 'It was only proposed.',
    });
    expect(find(excluded, 'au-ppi-2024-400m')?.reason).toBe('NO_QUANTITY');
    expect(find(excluded, 'cn-jam-30-per-year')).toMatchObject({
      reason: 'OPEN_WINDOW',
      detail: expect.stringContaining('yearly rate'),
    });
    expect(find(excluded, 'us-ilea-2010s-60000')?.reason).toBe('MEASURE');
  });

  it('reads as many statements whatever it is asked', async () => {
    const counted = async (variables: object) => {
      let statements = 0;
      const stop = record.db.onStatement(({ sql }) => {
        if (/^\s*SELECT/i.test(sql)) statements += 1;
      });
      await askTotals(variables);
      stop();
      return statements;
    };
    const few = await counted({ filter: { slug: ['cn-gsi-2023-5000'] } });
    const many = await counted({ filter: { group: 'africa', text: 'police' }, from: '2015-01-01' });
    expect(many).toBe(few);
    expect(few).toBeLessThanOrEqual(5);
  });

  it.each([
    [{ from: '2020-01-01', at: '2019-01-01' }, 'from', /2020-01-01 is after at 2019-01-01/],
    [{ filter: { country: 'XXX' } }, 'filter.country', /XXX/],
    [{ filter: { group: 'nobody' } }, 'filter.group', /nobody/],
    [{ filter: { program: ['nothing'] } }, 'filter.program', /nothing/],
    [{ filter: { provider: ['nowhere'] } }, 'filter.provider', /nowhere/],
    [{ filter: { quantity: { min: 2, max: 1 } } }, 'filter.quantity', /min 2/],
    [{ filter: { statedOn: { from: '2020-01-02', until: '2020-01-01' } } }, 'filter.statedOn', /2020-01-02/],
  ])('names the argument at fault: %j', async (variables, argument, words) => {
    const error = await record.fail(TOTALS, variables);
    expect(error.argument).toBe(argument);
    expect(error.message).toMatch(words);
  });

  it('names published records that contradict one another, and says so in the log', async () => {
    const [from, to] = ['cn-focac-2024-police-1000', 'cn-lianyungang-2024-3000'];
    const idOf = async (slug = '') =>
      (await record.db.prisma.count.findUniqueOrThrow({ where: { slug } })).id;
    const data = { fromId: await idOf(to), toId: await idOf(from) };
    const { id } = await record.db.prisma.link.create({
      data: { ...data, relation: 'MAY_BE_PART_OF', basis: 'INFERRED' },
    });
    const fields = [
      'totals { gap { low } }',
      'series { points { end } }',
      'breakdown(by: PROGRAM) { rows { key } }',
    ];
    for (const field of fields) {
      const error = await record.fail(`{ ${field} }`);
      expect(error).toMatchObject({
        code: 'RECORD_CONTRADICTS',
        records: expect.arrayContaining([from, to]),
      });
      expect(error.message).toMatch(
        /^The published records contradict one another: .*cn-focac-2024-police-1000/,
      );
      expect(record.logs.splice(0)).toEqual([expect.stringContaining('"type":"AccountingError"')]);
    }
    await record.db.prisma.link.delete({ where: { id } });
    expect((await askTotals({})).pledged.high).toBeGreaterThan(0);
  });

  it('filters by text as lists do', async () => {
    const list = await record.ask(
      `{ commitments(filter: { text: "lianyungang" }, first: 100) { nodes { slug } } }`,
    );
    const { contributions, excluded } = await askTotals({ filter: { text: 'lianyungang' } });
    const kept = [...contributions, ...excluded.filter(({ reason }: Row) => reason !== 'FILTERED')];
    const slugs = kept.map(({ count }: Row) => count.slug);
    for (const { slug } of list.commitments.nodes) expect(slugs).toContain(slug);
  });
});
