import type { Connection } from '../database.ts';

export interface ReleaseRow {
  name: string;
  revision: number;
  /** SHA-256 of its sha256sums.txt, in hex. */
  checksum: string;
  /** ISO day as of which it is read: its today. */
  knownOn: string;
  releasedAt: Date;
}

const COLUMNS = 'name, revision, checksum, known_on AS "knownOn", released_at AS "releasedAt"';

/** Newest first. */
export function listReleases(connection: Pick<Connection, 'query'>): Promise<ReleaseRow[]> {
  return connection.query(`SELECT ${COLUMNS} FROM release ORDER BY id DESC`);
}

export async function findRelease(
  connection: Pick<Connection, 'query'>,
  name: string,
): Promise<ReleaseRow | null> {
  const [row] = await connection.query<ReleaseRow>(`SELECT ${COLUMNS} FROM release WHERE name = $1`, [name]);
  return row ?? null;
}

export async function findNewestRelease(connection: Pick<Connection, 'query'>): Promise<ReleaseRow | null> {
  const [row] = await connection.query<ReleaseRow>(`SELECT ${COLUMNS} FROM release ORDER BY id DESC LIMIT 1`);
  return row ?? null;
}

export async function listReleaseNames(connection: Pick<Connection, 'query'>): Promise<Set<string>> {
  const rows = await connection.query<{ name: string }>('SELECT name FROM release');
  return new Set(rows.map(({ name }) => name));
}
