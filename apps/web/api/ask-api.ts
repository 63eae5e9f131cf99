import { createHash } from 'node:crypto';
import { apiOrigin } from '@/settings.ts';
import { requireData } from './answer.ts';
import { ApiError } from './error.ts';
import { questionHeaders } from './headers.ts';

interface Question {
  /** Null: of the record as it stands. */
  release: string | null;
  text: string;
  /** JSON. */
  variables: string;
}

/** Servers refuse longer addresses, ours from 16 kB. */
const MOST_ADDRESS = 8_000;

const hashes = new Map<string, string>();

/**
 * Asks the API what anybody may ask, by GET and the hash of the text: so it answers from memory for as long as the record
 * stands as it did. The text follows by POST where the hash is not known yet, and where the address would be too long.
 * Throws ApiError.
 */
export async function askApi({ release, text, variables }: Question): Promise<unknown> {
  const at: Record<string, string> = release === null ? {} : { release };
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash(text) } };
  const asked = writeAddress({ ...at, variables, extensions: JSON.stringify(extensions) });
  if (asked.length <= MOST_ADDRESS) {
    try {
      return await requireData(await send(asked, {}));
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'PERSISTED_QUERY_NOT_FOUND')) throw error;
    }
  }
  const body = JSON.stringify({ query: text, variables: JSON.parse(variables), extensions });
  return requireData(await send(writeAddress(at), { method: 'POST', body }));
}

async function send(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...options, cache: 'no-store', headers: questionHeaders });
  } catch (cause) {
    throw new ApiError(`The API does not answer: ${String(cause)}`, 'UNREACHABLE', null);
  }
}

function writeAddress(parameters: Record<string, string>): string {
  const search = new URLSearchParams(parameters).toString();
  return `${apiOrigin}/graphql${search && `?${search}`}`;
}

function hash(text: string): string {
  const known = hashes.get(text) ?? createHash('sha256').update(text).digest('hex');
  hashes.set(text, known);
  return known;
}
