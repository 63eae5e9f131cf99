import { DatabaseError } from './database-error.ts';

/** What may be printed of a database address: never its user or password. */
export interface PostgresTarget {
  url: string;
  /** host:port/database */
  label: string;
  database: string;
}

const EXPECTED = 'expected postgres://user:password@host:port/database';

/** Throws BAD_URL. The address itself is not repeated: a malformed one may hold its password anywhere. */
export function parsePostgresUrl(text: string): PostgresTarget {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) throw badUrl(`the database address is malformed; ${EXPECTED}`);
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    throw badUrl(`the database address is not one of PostgreSQL; ${EXPECTED}`);
  }
  if (url.hash || `${url.pathname}${url.search}`.includes('@')) {
    throw badUrl('the database address is malformed: write / ? # and @ in a password as %2F %3F %23 and %40');
  }
  const database = decode(url.pathname.slice(1));
  if (!database) throw badUrl(`the database address names no database; ${EXPECTED}`);
  decode(url.username);
  decode(url.password);
  const host = decode(url.hostname) || url.searchParams.get('host') || 'localhost';
  return { url: text, database, label: `${host}:${url.port || 5432}/${database}` };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badUrl('the database address is malformed: write % in a password as %25');
  }
}

function badUrl(message: string) {
  return new DatabaseError('BAD_URL', message);
}
