import { randomBytes } from 'node:crypto';

/** By which a browser knows the scripts that were written into one answer; made anew for each. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * What a page may load and run (Content Security Policy, level 3): our own files, and scripts that carry its nonce or
 * were brought in by one that does. Chart and table measures are `style` attributes; no sheet of styles stands in a page.
 */
export function writePagePolicy(nonce: string, { isDevelopment = false } = {}): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "script-src-attr 'none'",
    // Next.js' development server writes its style sheets into the page.
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Of what is no page: a picture or a table that somebody opens by itself runs and loads nothing, and is framed nowhere. */
export const FILE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
