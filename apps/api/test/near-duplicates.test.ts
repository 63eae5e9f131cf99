import type { TestDatabase } from '@muster/db/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTwins } from '../src/modules/quality/queries/records.ts';
import { databases, openEmpty } from './support/databases.ts';

describe.each(databases)('pairs of near duplicates on %s', (kind) => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await openEmpty(kind);
    await db.prisma.country.create({ data: { iso3: 'CHN', iso2: 'CN', name: 'China' } });
    const { id: providerId } = await db.prisma.provider.create({
      data: { slug: 'china', code: 'CHN', name: 'China', kind: 'COUNTRY', countryIso3: 'CHN' },
    });
    const state = async (slug: string, low: number, day: string) => {
      const { id } = await db.prisma.count.create({
        data: {
          slug,
          kind: 'COMMITMENT',
          title: slug,
          unit: 'PEOPLE',
          measure: 'TRAINEES',
          audience: 'POLICE',
          audienceStated: 'police',
          quantityLow: low,
          quantityHigh: low,
          statedOn: new Date(day),
          statedOnPrecision: 'DAY',
          knownOn: new Date(day),
          voice: 'PROVIDER',
          recipientScope: 'UNSPECIFIED',
          status: 'ANNOUNCED',
          confidence: 'HIGH',
          providers: { create: { providerId, position: 0 } },
        },
      });
      return id;
    };
    // Of these three the first and the last are too far apart.
    for (const [n, day] of ['2020-01-01', '2020-01-20', '2020-02-10'].entries())
      await state(`90-${n}`, 90, day);
    for (const slug of ['60-0', '80-0', '60-1', '80-1'])
      await state(slug, Number.parseInt(slug, 10), '2020-05-01');
    const [fromId, toId] = [await state('95-0', 95, '2020-07-01'), await state('95-1', 95, '2020-07-02')];
    await db.prisma.link.create({ data: { fromId, toId, relation: 'DISTINCT', basis: 'INFERRED' } });
  });
  afterAll(() => db.close());

  const pairs = [
    ['90-0', '90-1'],
    ['90-1', '90-2'],
    ['80-0', '80-1'],
    ['60-0', '60-1'],
  ];

  test.each([1, 2, 3, 4, 5, 1_000])('at most %i of them are the largest without a link', async (limit) => {
    const found = (await findTwins(db, limit)).map(({ one, other }) => [one.slug, other.slug]);
    expect(found).toEqual(pairs.slice(0, limit));
  });
});
