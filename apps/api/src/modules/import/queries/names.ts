import type { CountKind, Database, RecordState } from '@muster/db';
import type { GroupInput, ImpreciseDate, ProviderInput } from '@muster/schema/rules';
import { toDay, toImpreciseDate } from '../../../days.ts';

type Db = Pick<Database, 'prisma'>;

/** Names of the records that there are few of. */
export async function findNames({ prisma }: Db) {
  const [countries, groups, providers, programs] = await Promise.all([
    prisma.country.findMany({ select: { iso3: true } }),
    prisma.group.findMany({ select: { code: true, slug: true } }),
    prisma.provider.findMany({ select: { code: true, slug: true } }),
    prisma.program.findMany({ select: { slug: true } }),
  ]);
  return {
    country: new Set(countries.map(({ iso3 }) => iso3)),
    group: new Set(groups.map(({ code }) => code)),
    provider: new Set(providers.map(({ code }) => code)),
    program: new Set(programs.map(({ slug }) => slug)),
    groupSlugs: new Map(groups.map(({ slug, code }) => [slug, code])),
    providerSlugs: new Map(providers.map(({ slug, code }) => [slug, code])),
  };
}

export type SlugOwner = Pick<GroupInput | ProviderInput, 'slug' | 'code'>;

export async function findSourceDates(
  { prisma }: Db,
  slugs: string[],
): Promise<Map<string, ImpreciseDate | null>> {
  const rows = await prisma.source.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, publishedOn: true, publishedOnPrecision: true },
  });
  return new Map(
    rows.map(({ slug, publishedOn, publishedOnPrecision }) => [
      slug,
      toImpreciseDate(publishedOn, publishedOnPrecision),
    ]),
  );
}

export interface KnownCount {
  kind: CountKind;
  state: RecordState;
}

export async function findKnownCounts({ prisma }: Db, slugs: string[]): Promise<Map<string, KnownCount>> {
  const rows = await prisma.count.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true, kind: true, state: true },
  });
  return new Map(rows.map(({ slug, kind, state }) => [slug, { kind, state }]));
}

export async function findEventSlugs({ prisma }: Db, slugs: string[]): Promise<Set<string>> {
  const rows = await prisma.event.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}

/** Names under which the rows of an entity are staged. */
export async function findStagedNames({ prisma }: Db, jobId: number, entity: string): Promise<Set<string>> {
  const rows = await prisma.importRow.findMany({
    where: { jobId, entity, name: { not: null } },
    select: { name: true },
  });
  return new Set(rows.flatMap(({ name }) => name ?? []));
}

/** The first rows before a position that have these names. */
export async function findFirstPlaces(
  { prisma }: Db,
  jobId: number,
  { entities, names, before }: { entities: readonly string[]; names: readonly string[]; before: number },
): Promise<Map<string, number>> {
  const rows = await prisma.$queryRaw<{ name: string; position: number }[]>`
    SELECT name, min(position)::int AS position FROM import_row
    WHERE job_id = ${jobId}::int AND entity = ANY(${entities}) AND name = ANY(${names}) AND position < ${before}::int
    GROUP BY name`;
  return new Map(rows.map(({ name, position }) => [name, position]));
}

/** Which of these counts stand in the file, and were found good. */
export async function findGoodCounts({ prisma }: Db, jobId: number, slugs: string[]): Promise<Set<string>> {
  const rows = await prisma.importRow.findMany({
    where: {
      jobId,
      entity: { in: ['Commitment', 'ReportedTotal'] },
      name: { in: slugs },
      verdict: { in: ['NEW', 'CHANGED', 'SAME'] },
    },
    select: { name: true },
  });
  return new Set(rows.flatMap(({ name }) => name ?? []));
}

/** The records of rows that were found good. */
export function findRecords({ prisma }: Db, jobId: number, positions: number[]) {
  return prisma.importRow.findMany({
    where: { jobId, position: { in: positions } },
    orderBy: { position: 'asc' },
    select: { entity: true, record: true },
  });
}

export async function findAllLinks({ prisma }: Db) {
  const end = { select: { slug: true } } as const;
  const rows = await prisma.link.findMany({ select: { from: end, to: end, relation: true } });
  return rows.map(({ from, to, relation }) => ({ from: from.slug, to: to.slug, relation }));
}

export interface Likeness {
  kind: CountKind;
  slug: string;
  title: string;
  low: number;
  high: number;
  statedOn: string | null;
  providers: string;
}

const MOST_ALIKE = 5_000;

/** Stored counts that have one of these quantities; `providers` as codes in order, joined. */
export async function findByQuantity(
  { prisma }: Db,
  quantities: readonly { low: number; high: number }[],
): Promise<Likeness[]> {
  const rows = await prisma.$queryRaw<(Omit<Likeness, 'statedOn'> & { statedOn: Date | null })[]>`
    SELECT c.kind::text AS kind, c.slug, c.title, c.quantity_low AS low, c.quantity_high AS high,
      c.stated_on AS "statedOn", (
        SELECT string_agg(p.code, ' ' ORDER BY p.code COLLATE "C")
        FROM count_provider cp JOIN provider p ON p.id = cp.provider_id WHERE cp.count_id = c.id
      ) AS providers
    FROM count c
    JOIN (SELECT DISTINCT q.low, q.high FROM jsonb_to_recordset(${JSON.stringify(quantities)}::jsonb) AS q(low int, high int)) q
      ON c.quantity_low = q.low AND c.quantity_high = q.high
    WHERE c.state <> 'RETRACTED' ORDER BY c.id LIMIT ${MOST_ALIKE}`;
  return rows.map((row) => ({ ...row, statedOn: toDay(row.statedOn) }));
}
