import { bumpDataRevision } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../src/server.ts';
import { databases, openSeeded } from './support/databases.ts';
import { SECRET } from './support/newsroom.ts';
import { createPerson, type Person, PUBLIC_URL } from './support/people.ts';
import { type Desk, openDesk } from './support/quality.ts';
import { TODAY } from './support/today.ts';

describe.each(databases)('what the starter dataset leaves open, on %s', (kind) => {
  let desk: Desk;
  let reviewer: Person;
  beforeAll(async () => {
    const db = await openSeeded(kind);
    const app = await createServer({
      db,
      settings: { logLevel: 'warn', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET },
      today: () => TODAY,
    });
    reviewer = await createPerson(db, app, 'REVIEWER');
    desk = openDesk({ db, app, person: reviewer });
  });
  afterAll(() => desk.close());

  test('no record contradicts itself or another', async () => {
    const tallies = await desk.count();
    for (const kind of [
      'PART_LARGER_THAN_WHOLE',
      'PARTS_OFF_SUM',
      'SHARES_OFF_TOTAL',
      'CLAIMS_CONTRADICT',
      'QUANTITY_OFF_CLAIMS',
      'UNIT_CONFUSED',
      'NEAR_DUPLICATE',
      'ODD_LINEAGE',
    ]) {
      expect([kind, tallies[kind]]).toEqual([kind, { open: 0, dismissed: 0, isComplete: true }]);
    }
    expect(Object.keys(tallies)).toHaveLength(12);
  });

  test('one claim is without words, and no source has an archived copy', async () => {
    const [claim, ...others] = await desk.list('CLAIM_WITHOUT_FRAGMENT');
    expect(others).toEqual([]);
    expect(claim).toMatchObject({
      severity: 'MEDIUM',
      records: [{ entity: 'ReportedTotal', slug: 'cn-zaf-language' }],
      remedy: '/admin/reported/cn-zaf-language',
      sentence: expect.stringContaining('tells 18 people after “South Africa Police Force learns Mandarin'),
    });
    const sources = await desk.list('SOURCE_WITHOUT_ARCHIVE');
    const { data } = await desk.ask('{ sources { totalCount } }');
    expect(sources).toHaveLength(data.sources.totalCount);
    expect(
      sources.every(({ severity, remedy }) => severity === 'LOW' && remedy.startsWith('/admin/sources/')),
    ).toBe(true);
  });

  test('windows closed in silence are those whose verdict is UNREPORTED, with its days', async () => {
    const silent = await desk.list('SILENT_WINDOW');
    const { data } = await desk.ask(
      '{ commitments(first: 100, verdict: [UNREPORTED]) { nodes { slug standing { days } } } }',
    );
    const unreported: { slug: string; standing: { days: number } }[] = data.commitments.nodes;
    expect(silent.map(({ records }) => records[0]?.slug).sort()).toEqual(
      unreported.map(({ slug }) => slug).sort(),
    );
    expect(silent.length).toBeGreaterThan(5);
    const lianyungang = silent.find(({ records }) => records[0]?.slug === 'cn-lianyungang-2024-3000');
    expect(lianyungang).toMatchObject({
      since: '2025-09-09',
      sentence:
        '“Train 3,000 foreign law-enforcement officers in the next 12 months” promised 3,000 people until 9 September 2025; no source reports on it, for 440 days now.',
    });
    for (const { slug, standing } of unreported) {
      const finding = silent.find(({ records }) => records[0]?.slug === slug);
      expect(finding?.sentence).toContain(` ${standing.days.toLocaleString('en-US')} days `);
    }
  });

  test('overlaps are unjudged pairs of one kind and provider, the one that moves the total most first', async () => {
    const overlaps = await desk.list('UNJUDGED_OVERLAP');
    const moves = overlaps.map((finding) => finding.moves ?? 0);
    expect(moves).toEqual(moves.toSorted((one, other) => other - one));
    expect(moves.every((people) => people > 0)).toBe(true);
    expect(overlaps[0]).toMatchObject({
      moves: 24_000,
      records: [{ slug: 'us-ilea-bangkok-2024-24000' }, { slug: 'us-ata-150000' }],
      remedy: '/admin/links/new?from=us-ilea-bangkok-2024-24000&to=us-ata-150000',
    });
    const pairs = overlaps.map(({ records }) =>
      records
        .map(({ slug }) => slug)
        .sort()
        .join(' '),
    );
    // Judged already, one way or the other; without a number; never on the same day; other providers' people.
    for (const pair of [
      'cn-focac-2024-military-6000 cn-focac-2024-police-1000',
      'cn-focac-2024-military-6000 cn-gsi-2023-5000',
      'cn-focac-2024-police-1000 cn-lianyungang-2024-3000',
      'cn-lianyungang-2024-3000 cn-lianyungang-2024-consultants',
      'cn-sco-2018-2000 cn-sco-2022-2000',
      'cn-lianyungang-2024-3000 cn-report-2024-2700',
      'us-ata-150000 us-ata-19000',
    ]) {
      expect(pairs).not.toContain(pair);
    }
    expect(pairs).toContain('cn-lianyungang-2024-3000 cn-sco-2022-2000');
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('a judgement moves the public total by as much as was told, and the finding is gone', async () => {
    const pledged = async () =>
      (
        await desk.ask(
          `{ totals(at: "${TODAY}", assumptions: { placesAsPeople: true }) { pledged { low high } } }`,
        )
      ).data.totals.pledged;
    const before = await pledged();
    const finding = (await desk.list('UNJUDGED_OVERLAP')).find(({ records }) =>
      records.every(({ entity }) => entity === 'Commitment'),
    );
    const [from, to] = finding?.records ?? [];
    await desk.db.query(
      `INSERT INTO link (from_id, to_id, relation, basis)
       SELECT f.id, t.id, 'MAY_BE_PART_OF', 'INFERRED' FROM "count" f, "count" t WHERE f.slug = $1 AND t.slug = $2`,
      [from?.slug, to?.slug],
    );
    await desk.db.prisma.$transaction(bumpDataRevision);
    expect(await pledged()).toEqual({ low: before.low - (finding?.moves ?? 0), high: before.high });
    const left = await desk.list('UNJUDGED_OVERLAP');
    expect(left.map(({ id }) => id)).not.toContain(finding?.id);
  });

  test('pages follow one another in one order, forwards and backwards', async () => {
    const whole = await desk.page('first: 500');
    expect(whole.nodes).toHaveLength(whole.totalCount);
    const first = await desk.page('first: 40');
    const second = await desk.page(`first: 500, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...second.nodes]).toEqual(whole.nodes);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await desk.page(`last: 40, before: "${second.pageInfo.startCursor}"`);
    expect(back.nodes).toEqual(first.nodes);
    const { errors } = await desk.ask('{ qualityDesk { findings(kind: []) { totalCount } } }');
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
