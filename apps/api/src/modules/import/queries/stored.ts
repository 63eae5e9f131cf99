import { type Database, Prisma, type TransactionClient } from '@muster/db';
import { toDay } from '../../../days.ts';
import type { Entity } from '../entities.ts';
import {
  COUNT,
  EVENT,
  GROUP,
  LINK,
  SOURCE,
  type Stored,
  toCountInput,
  toEventInput,
  toGroupInput,
  toLinkInput,
  toSourceInput,
} from './shapes.ts';

export type { Stored } from './shapes.ts';

/** Rows that are in memory at once, with all that hangs on them. */
const ROWS_AT_ONCE = 500;

// Every record's key and name.
const NAMES: Record<Entity, string> = {
  Country: 'SELECT iso3 AS id, iso3::text AS name FROM country',
  Group: 'SELECT id, code AS name FROM country_group',
  Provider: 'SELECT id, code AS name FROM provider',
  Program: 'SELECT id, slug AS name FROM program',
  Source: 'SELECT id, slug AS name FROM source',
  Commitment: `SELECT id, slug AS name FROM count WHERE kind = 'COMMITMENT'`,
  ReportedTotal: `SELECT id, slug AS name FROM count WHERE kind = 'REPORTED_TOTAL'`,
  Event: 'SELECT id, slug AS name FROM event',
  Link: `SELECT l.id, f.slug || ' → ' || t.slug || ' (' || l.relation || ')' AS name
    FROM link l JOIN count f ON f.id = l.from_id JOIN count t ON t.id = l.to_id`,
};

type Key = { id: number | string; name: string };

/** Stored records of these names, in any state. */
export async function findStored(
  db: TransactionClient,
  entity: Entity,
  names: readonly string[],
): Promise<Map<string, Stored>> {
  if (names.length === 0) return new Map();
  const keys = await db.$queryRaw<Key[]>(
    Prisma.sql`SELECT id, name FROM (${Prisma.raw(NAMES[entity])}) s WHERE name = ANY(${[...names]})`,
  );
  return new Map((await load(db, entity, keys)).map((stored) => [stored.name, stored]));
}

/** The same outside of any transaction. */
export function findStoredNow(
  { prisma }: Pick<Database, 'prisma'>,
  entity: Entity,
  names: readonly string[],
): Promise<Map<string, Stored>> {
  return findStored(prisma, entity, names);
}

/** All records of a kind in any state, in batches, by name as bytes: the same on every database. */
export async function* readStored(db: TransactionClient, entity: Entity): AsyncGenerator<Stored[]> {
  for (let after = ''; ; ) {
    const keys: Key[] = await db.$queryRaw<Key[]>(Prisma.sql`
      SELECT id, name FROM (${Prisma.raw(NAMES[entity])}) s
      WHERE name COLLATE "C" > ${after} ORDER BY name COLLATE "C" LIMIT ${ROWS_AT_ONCE}`);
    if (keys.length > 0) yield await load(db, entity, keys);
    after = keys.at(-1)?.name ?? after;
    if (keys.length < ROWS_AT_ONCE) return;
  }
}

async function load(db: TransactionClient, entity: Entity, keys: Key[]): Promise<Stored[]> {
  if (keys.length === 0) return [];
  const found = await loaders[entity](db, keys.map(({ id }) => id) as number[] & string[]);
  const byKey = new Map(found.map((row) => [row.key, row]));
  return keys.flatMap(({ id, name }) => {
    const row = byKey.get(id);
    return row
      ? [
          {
            name,
            version: null,
            state: null,
            recordedOn: null,
            id: typeof id === 'number' ? id : null,
            ...row,
          },
        ]
      : [];
  });
}

type Loaded = { key: number | string } & Pick<Stored, 'input'> &
  Partial<Pick<Stored, 'version' | 'state' | 'recordedOn'>>;
type Load = (db: TransactionClient, ids: number[] & string[]) => Promise<Loaded[]>;

const relationLoadStrategy = 'join' as const;

const loadCounts: Load = async (db, ids) =>
  (await db.count.findMany({ relationLoadStrategy, where: { id: { in: ids } }, include: COUNT })).map(
    (row) => ({
      key: row.id,
      version: row.version,
      state: row.state,
      recordedOn: toDay(row.publishedAt),
      input: toCountInput(row),
    }),
  );

const loaders: Record<Entity, Load> = {
  Country: async (db, ids) =>
    (await db.country.findMany({ where: { iso3: { in: ids } } })).map(
      ({ iso3, iso2, m49, name, regionM49, subregionM49 }) => ({
        key: iso3,
        input: { iso3, iso2, m49, name, regionM49, subregionM49 },
      }),
    ),
  Group: async (db, ids) =>
    (await db.group.findMany({ where: { id: { in: ids } }, include: GROUP })).map((row) => ({
      key: row.id,
      input: toGroupInput(row),
    })),
  Provider: async (db, ids) =>
    (await db.provider.findMany({ where: { id: { in: ids } } })).map(
      ({ id, slug, code, name, kind, countryIso3 }) => ({
        key: id,
        input: { slug, code, name, kind, country: countryIso3 },
      }),
    ),
  Program: async (db, ids) =>
    (await db.program.findMany({ where: { id: { in: ids } } })).map(({ id, slug, name, description }) => ({
      key: id,
      input: { slug, name, description },
    })),
  Source: async (db, ids) =>
    (await db.source.findMany({ where: { id: { in: ids } }, include: SOURCE })).map((row) => ({
      key: row.id,
      input: toSourceInput(row),
    })),
  Commitment: loadCounts,
  ReportedTotal: loadCounts,
  Event: async (db, ids) =>
    (await db.event.findMany({ relationLoadStrategy, where: { id: { in: ids } }, include: EVENT })).map(
      (row) => ({
        key: row.id,
        version: row.version,
        state: row.state,
        recordedOn: toDay(row.publishedAt),
        input: toEventInput(row),
      }),
    ),
  Link: async (db, ids) =>
    (await db.link.findMany({ where: { id: { in: ids } }, include: LINK })).map((row) => ({
      key: row.id,
      input: toLinkInput(row),
    })),
};
