import type { TransactionClient } from '@muster/db';
import { toImpreciseDate } from '../../../days.ts';
import type { Kind, Mention, References } from '../references.ts';

/** The records that are named, as far as they exist: a statement for each kind that is named at all. */
export async function findReferences(
  transaction: TransactionClient,
  mentions: readonly Mention[],
): Promise<References> {
  const find = async <Row, Value>(
    kind: Kind,
    read: (names: string[]) => Promise<Row[]>,
    entryOf: (row: Row) => [string, Value],
  ) => {
    const names = mentions.flatMap((mention) => (mention.kind === kind ? (mention.name ?? []) : []));
    return new Map(names.length === 0 ? [] : (await read([...new Set(names)])).map(entryOf));
  };
  const bySlug = { id: true, slug: true } as const;
  const byCode = { id: true, code: true } as const;
  return {
    program: await find(
      'program',
      (names) => transaction.program.findMany({ where: { slug: { in: names } }, select: bySlug }),
      ({ slug, id }) => [slug, id],
    ),
    provider: await find(
      'provider',
      (names) => transaction.provider.findMany({ where: { code: { in: names } }, select: byCode }),
      ({ code, id }) => [code, id],
    ),
    country: await find(
      'country',
      (names) => transaction.country.findMany({ where: { iso3: { in: names } }, select: { iso3: true } }),
      ({ iso3 }) => [iso3, iso3],
    ),
    group: await find(
      'group',
      (names) => transaction.group.findMany({ where: { code: { in: names } }, select: byCode }),
      ({ code, id }) => [code, id],
    ),
    source: await find(
      'source',
      (names) => transaction.source.findMany({ where: { slug: { in: names } } }),
      ({ slug, id, publishedOn, publishedOnPrecision }) => [
        slug,
        { id, publishedOn: toImpreciseDate(publishedOn, publishedOnPrecision) },
      ],
    ),
    count: await find(
      'count',
      (names) =>
        transaction.count.findMany({ where: { slug: { in: names } }, select: { ...bySlug, state: true } }),
      ({ slug, id, state }) => [slug, { id, state }],
    ),
    event: await find(
      'event',
      (names) => transaction.event.findMany({ where: { slug: { in: names } }, select: bySlug }),
      ({ slug, id }) => [slug, id],
    ),
  };
}
