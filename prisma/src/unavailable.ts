import { listCauses } from './error-cause.ts';

/** AWAY: it cannot be reached, or has nobody free to answer. FULL: it has no room for what it was to keep. */
export type Unavailability = 'AWAY' | 'FULL';

/** Of PostgreSQL: no connection left, ended by whoever runs it, starting up or shutting down; out of memory or of a limit. */
const AWAY = new Set(['53200', '53300', '57P01', '57P02', '57P03', '57P05']);
/** Of the system, where it is about the connection. */
const CUT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
/** Of Prisma: not reached, timed out, connection closed, no connection free, no transaction in time. */
const OF_PRISMA = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);
const KINDS = new Set(['ConnectionClosed', 'DatabaseNotReachable', 'SocketTimeout', 'TooManyConnections']);
/** PostgreSQL's disk_full, configuration_limit_exceeded (room for sorting) and io_error; the system's. */
const FULL = new Set(['53100', '53400', '58030', 'ENOSPC', 'EDQUOT']);
/** What the driver says without a code. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|connection error and is not queryable/;

/** Why the database could not do what it was asked, where the same may go well later; null for all else. */
export function findUnavailability(error: unknown): Unavailability | null {
  const causes = [...listCauses(error)];
  const told = causes.flatMap((cause) => ['code', 'originalCode'].map((name) => read(cause, name)));
  if (told.some((code) => FULL.has(code))) return 'FULL';
  const isAway =
    told.some((code) => AWAY.has(code) || CUT.has(code) || OF_PRISMA.has(code) || /^08\w{3}$/.test(code)) ||
    causes.some((cause) => KINDS.has(read(cause, 'kind')) || WORDS.test(read(cause, 'message')));
  return isAway ? 'AWAY' : null;
}

function read(cause: object, name: string): string {
  return name in cause ? String((cause as Record<string, unknown>)[name]) : '';
}
