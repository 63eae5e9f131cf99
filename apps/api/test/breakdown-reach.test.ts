import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from './support/databases.ts';
import { type OpenRecord, openRecord } from './support/totals.ts';

const REACH = '{ pledged { low high } reported { low high } counts }';
const QUESTION = /* GraphQL */ `
  query ($filter: CountFilter) {
    breakdown(by: COUNTRY, filter: $filter, knownOn: "2026-11-23", assumptions: { placesAsPeople: true }) {
      rows { key keys { country { m49 } } pledged { low high } reported { low high } counts named ${REACH} listed ${REACH} }
    }
  }
`;
const HOME = { provider: ['china'], audience: ['POLICE', 'LAW_ENFORCEMENT', 'SECURITY', 'JUSTICE'] };

interface Row {
  key: string | null;
  counts: string[];
  named: { counts: string[] } | null;
  listed: { counts: string[] } | null;
}

describe.each(databases)('how counts reach countries on %s', (kind) => {
  let record: OpenRecord;
  let rows: Row[];
  const find = (key: string | null) => rows.find((row) => row.key === key);
  beforeAll(async () => {
    record = await openRecord(kind);
    rows = (await record.ask(QUESTION, { filter: HOME })).breakdown.rows;
  });
  afterAll(() => record.close());

  it('tells what names a country from what is for its group, and both from what is for nobody', () => {
    // 29–30 for Kenya alone, 17 over nine countries, 2,000 for Africa, and the rest for nobody named.
    expect(find('KEN')).toMatchObject({
      named: { reported: { low: 29, high: 47 }, counts: ['cn-un-police-2016-17', 'cn-ken-2018-rail'] },
      listed: { pledged: { low: 0, high: 1000 }, reported: { low: 29, high: 2047 } },
      pledged: { low: 0, high: 30000 },
    });
    expect(find('KEN')?.listed?.counts).not.toContain('cn-lianyungang-2024-3000');
    expect(find('KEN')?.counts).toContain('cn-lianyungang-2024-3000');
  });

  it('adds up groups that a country shares, and nothing of those that it does not', () => {
    // Africa's 1,000 and the Arab League's 1,500; the two thousands of the SCO twice.
    expect(find('EGY')).toMatchObject({
      named: { pledged: { high: 0 } },
      listed: { pledged: { high: 2500 } },
    });
    expect(find('KAZ')).toMatchObject({ listed: { pledged: { low: 0, high: 4000 } } });
    expect(find('SLB')).toMatchObject({
      named: { reported: { low: 32, high: 34 } },
      listed: { reported: { low: 32, high: 34 }, pledged: { low: 0, high: 0 } },
      pledged: { low: 0, high: 29000 },
    });
  });

  it('gives an explicit share to the country alone, and the rest to the others by name', async () => {
    const { breakdown } = await record.ask(QUESTION, { filter: { slug: ['tr-police-academy-3711'] } });
    const row = (key: string) => breakdown.rows.find((it: Row) => it.key === key);
    expect(row('AFG').named.reported).toEqual({ low: 3091, high: 3091 });
    expect(row('ALB').named.reported).toEqual({ low: 0, high: 620 });
  });

  it('has no reach where nobody is named, nor by other dimensions', async () => {
    expect(find(null)).toMatchObject({ named: null, listed: null, pledged: { high: 29000 } });
    const { breakdown } = await record.ask(
      '{ breakdown(by: REGION) { rows { key named { counts } listed { counts } } } }',
    );
    expect(breakdown.rows.length).toBeGreaterThan(3);
    for (const row of breakdown.rows) expect(row).toMatchObject({ named: null, listed: null });
  });

  it('never narrows a low end: named and listed counts hold all that is for a country alone', async () => {
    const { breakdown } = await record.ask(QUESTION, { filter: {} });
    const countries = breakdown.rows.filter(({ key }: Row) => key !== null);
    for (const { key, pledged, reported, named, listed } of countries) {
      expect([key, named.pledged.low, named.reported.low]).toEqual([key, pledged.low, reported.low]);
      expect([key, listed.pledged.low, listed.reported.low]).toEqual([key, pledged.low, reported.low]);
      expect(named.reported.high).toBeLessThanOrEqual(listed.reported.high);
      expect(listed.reported.high).toBeLessThanOrEqual(reported.high);
      expect(listed.pledged.high).toBeLessThanOrEqual(pledged.high);
    }
  });

  it('knows countries by the codes of maps, but for those that M49 lacks', async () => {
    const { countries } = await record.ask('{ countries(first: 500) { nodes { iso3 m49 } } }');
    const code = (iso3: string) => countries.nodes.find((it: { iso3: string }) => it.iso3 === iso3).m49;
    expect([code('SLB'), code('DZA'), code('TWN'), code('XKX')]).toEqual(['090', '012', null, null]);
  });
});
