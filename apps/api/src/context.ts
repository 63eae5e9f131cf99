import type { Database, ReleaseDatabase, ReleaseRow } from '@muster/db';
import type { Auth } from './auth/auth.ts';
import type { Tier } from './limits/limits.ts';
import type { Mailer } from './mail/mailer.ts';

/** Who is signed in; roles are those of the schema's `Role`. */
export interface Viewer {
  id: string;
  email: string;
  name: string;
  role: 'EDITOR' | 'REVIEWER' | 'ADMIN';
  /** By which the question came. */
  sessionId?: string;
}

/** What every resolver and query is given. */
export interface Context {
  /**
   * The records that the question is put to: as they stand, or as they were released. Read it anew for each statement: it
   * throws once the question's time is over, or nobody waits for the answer.
   */
  readonly db: ReleaseDatabase;
  /** By how many statements `db` was read so far, or more; missing where nobody counts. */
  readonly readings?: number;
  /** The release that the question is put to; null: the records as they stand. */
  release: ReleaseRow | null;
  /** The whole database, whatever the question is put to and without a time limit: for releases, accounts and changes. */
  live: Database;
  /** Today's day in UTC, read once per request, or the release's; nothing below reads the clock. */
  today: string;
  /** The address readers use, without a trailing slash. */
  publicUrl: string;
  requestId: string;
  viewer: Viewer | null;
  /** Accounts and keys. */
  auth: Auth;
  /** Null where the server sends no mail. */
  mailer: Mailer | null;
  /** Which limits the question is held to. */
  tier: Tier;
  /** Takes what the whole question costs from the caller's allowance. Throws RATE_LIMITED. */
  takeCost(cost: number): Promise<void>;
}
