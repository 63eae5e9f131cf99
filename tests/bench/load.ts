import type { Connection } from '../../prisma/src/index.ts';
import { generateRows } from './generate.ts';
import type { Setting } from './places.ts';

type Row = Record<string, unknown>;

const BATCH = 10_000;

/** Writes countries, regions, providers, programs and sources into an empty database; ids count from 1. */
export async function loadPlaces(db: Connection, setting: Setting): Promise<void> {
  const { countries, groups, providers, programs, sources } = setting;
  await insertRows(
    db,
    'country',
    countries.map(({ regionM49, subregionM49, ...country }) => ({
      ...country,
      region_m49: regionM49,
      subregion_m49: subregionM49,
    })),
  );
  await insertRows(db, 'country_group', number(groups.map(({ members: _, ...group }) => group)));
  const memberships = groups.flatMap(({ members }, index) =>
    members.map(({ country, since, until }) => ({
      group_id: index + 1,
      country_iso3: country,
      since,
      until,
    })),
  );
  await insertRows(db, 'group_membership', number(memberships));
  await insertRows(
    db,
    'provider',
    number(
      providers.map(({ country, ...provider }) => ({
        ...provider,
        country_iso3: country,
        kind: country === null ? 'ORGANISATION' : 'COUNTRY',
      })),
    ),
  );
  await insertRows(db, 'program', number(programs));
  const asMedia = { title_is_descriptive: false, kind: 'MEDIA', language: 'en' };
  await insertRows(db, 'source', number(sources.map((source) => ({ ...source, ...asMedia }))));
}

/** Writes the generated counts `from` to before `until` with their parties, claims and links. */
export async function loadCounts(
  db: Connection,
  setting: Setting,
  from: number,
  until: number,
): Promise<void> {
  // The next batch is made while the database takes the last one in.
  let taken: Promise<void> = Promise.resolve();
  for (let start = from; start < until; start += BATCH) {
    const rows = generateRows(setting, start, Math.min(start + BATCH, until));
    await taken;
    taken = insertAll(db, rows);
    taken.catch(() => {});
  }
  await taken;
}

async function insertAll(db: Connection, tables: object): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) await insertRows(db, table, rows);
}

async function insertRows(db: Connection, table: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const types = await readTypes(db, table);
  const arrays = names.map((name, index) => `$${index + 1}::${types.get(name)}[]`);
  await db.query(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join()}) SELECT * FROM unnest(${arrays.join()})`,
    names.map((name) => writeArray(rows.map((row) => row[name] ?? null))),
  );
}

async function readTypes(db: Connection, table: string): Promise<Map<string, string>> {
  const columns = await db.query<{ name: string; type: string }>(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [`"${table}"`],
  );
  return new Map(columns.map(({ name, type }) => [name, type]));
}

/** A literal of PostgreSQL. Written as JSON, which differs in its brackets alone where no sign is a control character. */
function writeArray(values: unknown[]): string {
  return `{${JSON.stringify(values).slice(1, -1)}}`;
}

function number<Item extends object>(rows: Item[]): (Item & { id: number })[] {
  return rows.map((row, index) => ({ id: index + 1, ...row }));
}
