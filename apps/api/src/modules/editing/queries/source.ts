import { Prisma, type TransactionClient } from '@muster/db';
import { knownOnOf, type SourceInput, sourceInput } from '@muster/schema/rules';
import type { Context } from '../../../context.ts';
import { toDate, toDay, toImpreciseDate } from '../../../days.ts';
import { type SourceRow, toSourceRow } from '../../source/queries.ts';
import { toNullableDate } from '../count-columns.ts';
import { at, type Entity, raised } from '../entity.ts';
import { type References, requireNamed } from '../references.ts';

const include = { derivedFrom: { select: { slug: true } } } as const satisfies Prisma.SourceInclude;
type Row = Prisma.SourceGetPayload<{ include: typeof include }>;

const seen = { state: { in: ['PUBLISHED', 'RETRACTED'] } } satisfies Prisma.CountWhereInput;
const MOST_TOLD = 5;

export const sourceEntity: Entity<Row, SourceInput, { __typename: 'SourceSaved'; source: SourceRow }> = {
  entity: 'SOURCE',
  name: 'Source',
  word: 'source',
  rules: sourceInput,
  unique: ['slug'],
  fixed: ['slug'],
  keyOf: ({ slug }) => slug,
  titleOf: ({ title }) => title,
  toInput: (row) => ({
    slug: row.slug,
    title: row.title,
    titleIsDescriptive: row.titleIsDescriptive,
    publisher: row.publisher,
    url: row.url,
    archivedUrl: row.archivedUrl,
    publishedOn: toImpreciseDate(row.publishedOn, row.publishedOnPrecision),
    kind: row.kind,
    language: row.language,
    derivedFrom: row.derivedFrom?.slug ?? null,
    derivedFromNote: row.derivedFromNote,
    note: row.note,
  }),
  listMentions: ({ derivedFrom }) => [{ path: 'derivedFrom', kind: 'source', name: derivedFrom }],
  find: (transaction, slug) => transaction.source.findUnique({ where: { slug }, include }),
  require: (transaction, id) => transaction.source.findUniqueOrThrow({ where: { id }, include }),
  isTaken: async (transaction, _, { slug }) => (await transaction.source.count({ where: { slug } })) > 0,
  isSeen: async (transaction, { id }) =>
    (await transaction.source.count({
      where: {
        id,
        OR: [
          { claims: { some: { count: seen } } },
          { eventSources: { some: { event: { state: seen.state } } } },
          { links: { some: { from: seen, to: seen } } },
          { derivatives: { some: { claims: { some: { count: seen } } } } },
        ],
      },
    })) > 0,
  isPublic: () => true,
  findProblems: async (transaction, { slug, derivedFrom }) => {
    if (derivedFrom === null || !(await isDerivedFrom(transaction, derivedFrom, slug))) return [];
    const message = `${derivedFrom} derives from this source itself; choose another`;
    return [{ path: 'derivedFrom', message }];
  },
  insert: async (transaction, input, references) =>
    (await transaction.source.create({ data: toColumns(input, references), select: { id: true } })).id,
  write: async (transaction, row, input, references, today) => {
    const data = { ...toColumns(input, references), ...raised() };
    if ((await transaction.source.updateMany({ where: at(row), data })).count === 0) return false;
    await dateUndated(transaction, row.id, today);
    return true;
  },
  findReferrers: async (transaction, { id }) => {
    const slug = { select: { slug: true } } as const;
    const where = { where: { sourceId: id }, take: MOST_TOLD };
    const claims = await transaction.claim.findMany({ ...where, include: { count: slug } });
    const events = await transaction.eventSource.findMany({ ...where, include: { event: slug } });
    const links = await transaction.link.findMany({ ...where, include: { from: slug, to: slug } });
    const derived = await transaction.source.findMany({ where: { derivedFromId: id }, take: MOST_TOLD });
    return [
      ...claims.map(({ count }) => `a claim of ${count.slug}`),
      ...events.map(({ event }) => `the event ${event.slug}`),
      ...links.map(({ from, to }) => `the link ${from.slug} to ${to.slug}`),
      ...derived.map((source) => `the source ${source.slug}`),
    ];
  },
  remove: async (transaction, row) => (await transaction.source.deleteMany({ where: at(row) })).count === 1,
  present: async (ctx: Context, id) => {
    const source = await ctx.db.prisma.source.findUnique({ where: { id } });
    return source && { __typename: 'SourceSaved', source: toSourceRow(source) };
  },
};

function toColumns(
  { publishedOn, derivedFrom, ...input }: SourceInput,
  { source }: References,
): Prisma.SourceUncheckedCreateInput {
  return {
    ...input,
    publishedOn: toNullableDate(publishedOn),
    publishedOnPrecision: publishedOn?.precision ?? null,
    derivedFromId: derivedFrom === null ? null : requireNamed(source, derivedFrom).id,
  };
}

/** Whether `slug` is an ancestor of the source `of`, or that one itself. */
async function isDerivedFrom(transaction: TransactionClient, of: string, slug: string): Promise<boolean> {
  const [found] = await transaction.$queryRaw<{ isThere: boolean }[]>(Prisma.sql`
    WITH RECURSIVE lineage AS (
      SELECT slug, derived_from_id FROM source WHERE slug = ${of}
      UNION SELECT s.slug, s.derived_from_id FROM lineage l JOIN source s ON s.id = l.derived_from_id)
    SELECT EXISTS (SELECT 1 FROM lineage WHERE slug = ${slug}) AS "isThere"`);
  return found?.isThere ?? false;
}

/** What no source dates otherwise is known by the dates of its sources: those that rest on this one are dated anew. */
async function dateUndated(transaction: TransactionClient, sourceId: number, today: string): Promise<void> {
  const dates = { select: { publishedOn: true, publishedOnPrecision: true } } as const;
  const toKnownOn = (
    publishedAt: Date | null,
    sources: { source: Pick<Row, 'publishedOn' | 'publishedOnPrecision'> }[],
  ) => {
    const recordedOn = toDay(publishedAt) ?? today;
    const sourceDates = sources.map(({ source }) =>
      toImpreciseDate(source.publishedOn, source.publishedOnPrecision),
    );
    return toDate(knownOnOf({ statedOn: null, sourceDates, recordedOn }));
  };
  const counts = await transaction.count.findMany({
    where: { statedOn: null, claims: { some: { sourceId } } },
    select: { id: true, publishedAt: true, claims: { select: { source: dates } } },
  });
  for (const { id, publishedAt, claims } of counts) {
    await transaction.count.updateMany({ where: { id }, data: { knownOn: toKnownOn(publishedAt, claims) } });
  }
  const events = await transaction.event.findMany({
    where: { statedOn: null, sources: { some: { sourceId } } },
    select: { id: true, publishedAt: true, sources: { select: { source: dates } } },
  });
  for (const { id, publishedAt, sources } of events) {
    await transaction.event.updateMany({ where: { id }, data: { knownOn: toKnownOn(publishedAt, sources) } });
  }
}
