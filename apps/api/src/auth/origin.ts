import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** The origins whose pages may write; a loopback address stands for all its spellings. */
export function listTrustedOrigins(publicUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  if (!LOOPBACK.includes(hostname)) return [origin];
  return LOOPBACK.map((host) => `${protocol}//${host}${port && `:${port}`}`);
}

/**
 * Whether a write may come from another site's page. Browsers name the origin of every POST; one with a cookie and
 * without an origin is refused as well (OWASP: Verifying Origin With Standard Headers).
 */
export function isForeign(headers: IncomingHttpHeaders, trusted: readonly string[]): boolean {
  const named = headers.origin ?? headers.referer;
  if (named === undefined) return headers.cookie !== undefined;
  return !URL.canParse(named) || !trusted.includes(new URL(named).origin);
}
