import { createHash } from 'node:crypto';
import { InputError } from './errors.ts';

// Nothing was executed: without this, what fails before would be answered with 500.
const REFUSED = { http: { status: 400 } };
const PATH = 'extensions.persistedQuery';

interface Persisted {
  version?: unknown;
  sha256Hash?: unknown;
}

/**
 * Throws InputError for a persisted query whose hash is of another text or in another form: Apollo answers these, and
 * no others of its refusals, without a code. A hash that is not known yet is left to it.
 */
export function checkPersistedQuery({ body, query }: { body: unknown; query: unknown }): void {
  for (const part of [body, query]) {
    const { query: text, extensions } = (part ?? {}) as { query?: unknown; extensions?: unknown };
    const persisted = readPersisted(extensions);
    if (persisted) checkHash(persisted, text);
  }
}

function checkHash({ version, sha256Hash }: Persisted, text: unknown): void {
  if (version !== 1) throw new InputError(`${PATH}.version`, 'give 1, and the hash as sha256Hash', REFUSED);
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) {
    throw new InputError(
      `${PATH}.sha256Hash`,
      'give the SHA-256 of `query` as 64 hexadecimal digits',
      REFUSED,
    );
  }
  if (typeof text !== 'string') return;
  const hash = createHash('sha256').update(text).digest('hex');
  if (hash !== sha256Hash) {
    throw new InputError(`${PATH}.sha256Hash`, `is not the SHA-256 of \`query\`, which is ${hash}`, REFUSED);
  }
}

/** By POST an object, by GET its JSON. What is neither is refused by Apollo. */
function readPersisted(extensions: unknown): Persisted | null {
  const read = typeof extensions === 'string' ? parse(extensions) : extensions;
  const { persistedQuery } = (read ?? {}) as { persistedQuery?: unknown };
  return persistedQuery ? Object(persistedQuery) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
