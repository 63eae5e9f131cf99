import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from './support/databases.ts';
import { type OpenRecord, openRecord } from './support/totals.ts';

const HOME = `{ provider: ["china"], audience: [POLICE, LAW_ENFORCEMENT, SECURITY, JUSTICE] }`;
const RANGE = '{ low high }';

interface Bar {
  low: number;
  high: number;
}
interface Row {
  key: string | null;
  label: string;
  pledged: Bar;
  reported: Bar;
  counts: string[];
}

describe.each(databases)('series, breakdowns and standings on %s', (kind) => {
  let record: OpenRecord;
  beforeAll(async () => {
    record = await openRecord(kind);
  });
  afterAll(() => record.close());

  it('ends a series where totals stand', async () => {
    const shared = `filter: ${HOME}, from: "2015-01-01", assumptions: { placesAsPeople: true }`;
    const { series, totals } = await record.ask(`{
      series(${shared}, interval: QUARTER, to: "2026-11-23") {
        points { start end pledged ${RANGE} cumulativeDue ${RANGE} cumulativeReported ${RANGE} }
        reports { on count { slug } cumulativeReported ${RANGE} }
        contributions { count { slug } amount ${RANGE} }
        assumptions { from at }
      }
      totals(${shared}) { pledged ${RANGE} due ${RANGE} reported ${RANGE} contributions { count { slug } amount ${RANGE} } }
    }`);
    const last = series.points.at(-1);
    expect(series.points).toHaveLength(48);
    expect(last).toMatchObject({ start: '2026-10-01', end: '2026-11-23' });
    expect(last.pledged).toEqual(totals.pledged);
    expect(last.cumulativeDue).toEqual(totals.due);
    expect(last.cumulativeReported).toEqual(totals.reported);
    expect(series.contributions).toEqual(totals.contributions);
    expect(series.assumptions).toEqual({ from: '2015-01-01', at: '2026-11-23' });
    expect(series.reports.at(-1)).toEqual({
      on: '2024-09-09',
      count: { slug: 'cn-report-2024-2700' },
      cumulativeReported: totals.reported,
    });
  });

  it('runs over the days of what takes part, without gaps', async () => {
    const { series } = await record.ask(`{
      series(filter: { slug: ["cn-lianyungang-2024-3000"] }, interval: MONTH) {
        points { start end due ${RANGE} pledged ${RANGE} cumulativeDue ${RANGE} }
      }
    }`);
    expect(series.points[0]).toMatchObject({
      start: '2024-09-09',
      end: '2024-10-01',
      pledged: { low: 3000 },
    });
    expect(series.points.at(-1)).toMatchObject({
      end: '2026-11-23',
      cumulativeDue: { low: 3000, high: 3000 },
    });
    for (const [index, { end }] of series.points.slice(0, -1).entries()) {
      expect(series.points[index + 1].start).toBe(end);
    }
  });

  it('refuses more than 1,200 buckets, and a series that ends before it starts', async () => {
    const long = await record.fail(
      '{ series(interval: MONTH, from: "1900-01-01", to: "2100-01-01") { points { end } } }',
    );
    expect(long).toMatchObject({ argument: 'interval', message: expect.stringContaining('2400 buckets') });
    const back = await record.fail('{ series(from: "2020-01-01", to: "2019-01-01") { points { end } } }');
    expect(back.argument).toBe('from');
  });

  it('breaks totals down as the filter would', async () => {
    const { breakdown, totals } = await record.ask(`{
      breakdown(by: COUNTRY) {
        isAdditive
        rows { key label keys { country { iso3 } } pledged ${RANGE} reported ${RANGE} counts }
      }
      totals(filter: { country: "AFG" }) { pledged ${RANGE} reported ${RANGE} contributions { count { slug } } }
    }`);
    expect(breakdown.isAdditive).toBe(false);
    const afghanistan = breakdown.rows.find(({ key }: Row) => key === 'AFG');
    expect(afghanistan).toMatchObject({
      keys: [{ country: { iso3: 'AFG' } }],
      pledged: totals.pledged,
      reported: totals.reported,
    });
    expect(afghanistan.counts).toHaveLength(totals.contributions.length);
    expect(breakdown.rows.find(({ key }: Row) => key === null)).toMatchObject({ label: 'Not named' });
    const highs = breakdown.rows.map(({ pledged }: Row) => pledged.high);
    expect(highs).toEqual(highs.toSorted((one: number, other: number) => other - one));
  });

  it('turns a rate with a closed window into a number, and says so', async () => {
    const { totals } = await record.ask(`{
      totals(filter: { slug: ["au-nz-fj-prpi-2003-900"] }) { pledged ${RANGE} due ${RANGE} assumptions { notes } }
    }`);
    expect(totals).toMatchObject({ pledged: { low: 0, high: 4500 }, due: { low: 0, high: 4500 } });
    expect(totals.assumptions.notes).toEqual([
      expect.stringMatching(/^“.*Pacific.*”: 0–900 a year × 5 years; 0–4,500 taken\.$/),
    ]);
  });

  it('judges each promise by the reports that are linked to it', async () => {
    const standing = async (slug: string, args = 'at: "2026-11-23"') =>
      (
        await record.ask(`{ commitment(slug: "${slug}") {
          standing(${args}) { verdict days due ${RANGE} reported ${RANGE} rule }
        } }`)
      ).commitment.standing;
    expect(await standing('cn-lianyungang-2024-3000')).toEqual({
      verdict: 'UNREPORTED',
      days: 440,
      due: { low: 3000, high: 3000 },
      reported: { low: 0, high: 0 },
      rule: 'The window closed on 9 September 2025 and no known source links a report to this promise.',
    });
    expect(await standing('cn-interpol-2017-20000')).toMatchObject({ verdict: 'UNREPORTED', days: 1519 });
    expect(await standing('cn-gsi-2023-5000')).toMatchObject({ verdict: 'RUNNING', days: 455 });
    expect(await standing('cn-lianyungang-2016-1000')).toMatchObject({
      verdict: 'BEHIND',
      days: null,
      reported: { low: 22, high: 22 },
    });
    expect(await standing('cn-ken-2021-400-per-year')).toBeNull();
    expect(await standing('cn-lianyungang-2024-consultants')).toBeNull();
    expect(await standing('cn-interpol-2017-20000', 'at: "2017-01-01"')).toBeNull();
    expect(
      await standing('cn-lianyungang-2016-1000', 'at: "2026-11-23", knownOn: "2017-01-01"'),
    ).toMatchObject({
      verdict: 'UNREPORTED',
    });
  });

  it('judges a list in as many statements as one', async () => {
    const counted = async (first: number) => {
      let statements = 0;
      const stop = record.db.onStatement(({ sql }) => {
        if (/^\s*SELECT/i.test(sql)) statements += 1;
      });
      await record.ask(`{ commitments(first: ${first}) { nodes { standing { verdict } } } }`);
      stop();
      return statements;
    };
    expect(await counted(20)).toBe(await counted(1));
  });

  it('never adds an academy to the network that it belongs to, though the network’s last total does not count', async () => {
    const { totals } = await record.ask(`{
      totals(filter: { provider: ["united-states"] }) { reported ${RANGE} contributions { role count { slug } within { slug } } }
    }`);
    expect(totals.reported).toEqual({ low: 200000, high: 224000 });
    expect(totals.contributions).toContainEqual({
      role: 'MAY_BE_PART_OF',
      count: { slug: 'us-ilea-bangkok-2024-24000' },
      within: [{ slug: 'us-ilea-2015-50000' }],
    });
  });

  it('counts a country by name where asked, and tells what names nobody', async () => {
    const { wide, named } = await record.ask(`{
      wide: totals(filter: { country: "KEN" }) { reported ${RANGE} excluded { reason detail count { slug } } }
      named: totals(filter: { country: "KEN", byName: true }) { reported ${RANGE} excluded { reason detail count { slug } } }
    }`);
    expect(named.reported).toEqual({ low: 29, high: 2047 });
    expect(wide.reported.low).toBe(29);
    expect(wide.reported.high).toBeGreaterThan(100_000);
    expect(named.excluded).toContainEqual({
      reason: 'FILTERED',
      detail: 'It names nobody there: it may concern anybody.',
      count: { slug: 'us-ata-150000' },
    });
    const { africa } = await record.ask(`{
      africa: totals(filter: { group: "africa", byName: true, provider: ["china"] }, assumptions: { placesAsPeople: true }) {
        contributions { count { slug } }
      }
    }`);
    const slugs = africa.contributions.map(({ count }: { count: { slug: string } }) => count.slug);
    expect(slugs).toContain('cn-focac-2024-police-1000');
    expect(slugs).not.toContain('cn-lianyungang-2024-3000');
  });

  it('lists the commitments that have a verdict on the day of the record, largest first', async () => {
    const list = async (args: string) => {
      const { commitments } = await record.ask(`{
        commitments(first: 100, orderBy: QUANTITY, ${args}) {
          totalCount
          nodes { slug quantity ${RANGE} standing(at: "2026-11-23", knownOn: "2026-11-23") { verdict days } }
        }
      }`);
      return commitments as {
        totalCount: number;
        nodes: { slug: string; quantity: Bar; standing: { verdict: string; days: number } | null }[];
      };
    };
    const silent = await list('verdict: [UNREPORTED], knownOn: "2026-11-23"');
    const all = await list('knownOn: "2026-11-23"');
    const expected = all.nodes.filter(({ standing }) => standing?.verdict === 'UNREPORTED');
    expect(expected.length).toBeGreaterThan(3);
    expect(silent.nodes.map(({ slug }) => slug)).toEqual(expected.map(({ slug }) => slug));
    expect(silent.totalCount).toBe(expected.length);
    expect(silent.nodes[0]).toMatchObject({ slug: 'cn-interpol-2017-20000', standing: { days: 1519 } });
    // Before its window closed nothing was silent about it.
    const before = await list('verdict: [UNREPORTED], knownOn: "2020-01-01"');
    expect(before.nodes.map(({ slug }) => slug)).not.toContain('cn-interpol-2017-20000');
  });
});
