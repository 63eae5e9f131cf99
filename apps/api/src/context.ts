import type { Database } from '@muster/db';

/** Who is signed in; roles are those of the schema's `Role`. */
export interface Viewer {
  id: string;
  email: string;
  name: string;
  role: 'EDITOR' | 'REVIEWER' | 'ADMIN';
}

/** What every resolver and query is given. */
export interface Context {
  db: Database;
  /** Today's day in UTC, read once per request; nothing below reads the clock. */
  today: string;
  requestId: string;
  viewer: Viewer | null;
}
