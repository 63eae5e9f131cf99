import type { Database, ReleaseDatabase, ReleaseRow } from '@muster/db';

/** Who is signed in; roles are those of the schema's `Role`. */
export interface Viewer {
  id: string;
  email: string;
  name: string;
  role: 'EDITOR' | 'REVIEWER' | 'ADMIN';
}

/** What every resolver and query is given. */
export interface Context {
  /** The records that the question is put to: as they stand, or as they were released. */
  db: ReleaseDatabase;
  /** The release that the question is put to; null: the records as they stand. */
  release: ReleaseRow | null;
  /** The whole database, whatever the question is put to: for releases and accounts. */
  live: Database;
  /** Today's day in UTC, read once per request, or the release's; nothing below reads the clock. */
  today: string;
  /** The address readers use, without a trailing slash. */
  publicUrl: string;
  requestId: string;
  viewer: Viewer | null;
}
