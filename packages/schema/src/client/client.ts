import type { TadaDocumentNode } from 'gql.tada';
import { type Operation, readOperation } from './document.ts';
import { MusterError, readProblems } from './error.ts';

export interface ClientOptions {
  /** Address of the API: `https://…/graphql`. */
  url: string | URL;
  /** An API key, for its higher limits. */
  key?: string;
  /** Name of a release to ask; left out: the records as they stand. */
  release?: string;
  /** Another fetch than the platform's. */
  fetch?: typeof fetch;
  /** How often to wait and ask again where the API says when (`Retry-After`), at most a minute each; default: never. */
  retries?: number;
}

/** Nothing to give where a question has no variables, or only ones that may be left out. */
type Given<Variables> =
  Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** A page of a connection. */
export interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Client {
  /** The answer's data, whole. Throws MusterError where any part of it failed. */
  ask<Data, Variables>(
    document: TadaDocumentNode<Data, Variables>,
    ...given: Given<Variables>
  ): Promise<Data>;
  /**
   * Every page of the connection that `pick` finds in the answer, from the one after `variables.after`. The question
   * takes `$after: String` and asks for `pageInfo { hasNextPage endCursor }`.
   */
  pages<Data, Variables extends { after?: string | null | undefined }, Found extends Page>(
    document: TadaDocumentNode<Data, Variables>,
    variables: Variables,
    pick: (data: Data) => Found | null | undefined,
  ): AsyncGenerator<Found, void, undefined>;
}

interface Reply {
  response: Response;
  body: Body;
}

/** Empty where it is not the API's. */
interface Body {
  data?: unknown;
  errors?: { message?: string; extensions?: { code?: string; argument?: string } }[];
}

// What servers and balancers commonly take as a request line; longer questions go by POST.
const LONGEST_ADDRESS = 6_000;
const LONGEST_WAIT_S = 60;

/**
 * A client of the API. Questions go by GET under the hash of their text, so that caches in between can answer; the text
 * is sent along where the API does not know it yet.
 */
export function createClient({ retries = 0, ...options }: ClientOptions): Client {
  const send = options.fetch ?? fetch;
  const url = new URL(options.url);
  if (options.release) url.searchParams.set('release', options.release);
  const headers: Record<string, string> = {
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...(options.key && { authorization: `Bearer ${options.key}` }),
  };

  async function exchange(address: string | URL, init: RequestInit): Promise<Reply> {
    const response = await send(address, init);
    const body: unknown = await response.json().catch(() => null);
    return { response, body: body !== null && typeof body === 'object' ? body : {} };
  }

  const post = (parts: object) =>
    exchange(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(parts),
    });

  // A header that no foreign page can send shows that none made a browser ask.
  const get = (address: string) =>
    exchange(address, { headers: { ...headers, 'apollo-require-preflight': '1' } });

  async function request({ query, name, isMutation }: Operation, variables: object): Promise<Reply> {
    const sha256Hash = isMutation ? null : await hash(query);
    if (sha256Hash === null) return post({ query, variables, operationName: name });
    const asked = {
      operationName: name,
      variables,
      extensions: { persistedQuery: { version: 1, sha256Hash } },
    };
    const address = writeAddress(url, asked);
    if (address.length > LONGEST_ADDRESS) return post({ query, ...asked });
    const reply = await get(address);
    if (reply.body.errors?.[0]?.extensions?.code !== 'PERSISTED_QUERY_NOT_FOUND') return reply;
    const whole = writeAddress(url, { query, ...asked });
    return whole.length > LONGEST_ADDRESS ? post({ query, ...asked }) : get(whole);
  }

  async function ask(document: TadaDocumentNode<unknown, never>, variables: object = {}): Promise<unknown> {
    const operation = readOperation(document);
    for (let left = retries; ; left -= 1) {
      const { response, body } = await request(operation, variables);
      const { data, errors } = body;
      if (response.ok && !errors && data !== undefined) return data;
      const error = new MusterError(readProblems(errors, response), response);
      const { retryAfter } = error;
      if (left <= 0 || operation.isMutation || retryAfter === null || retryAfter > LONGEST_WAIT_S)
        throw error;
      await new Promise((resolve) => setTimeout(resolve, retryAfter * 1_000));
    }
  }

  async function* pages(
    document: TadaDocumentNode<unknown, never>,
    variables: object,
    pick: (data: unknown) => Page | null | undefined,
  ): AsyncGenerator<Page, void, undefined> {
    let page = pick(await ask(document, variables));
    while (page) {
      yield page;
      const { hasNextPage, endCursor } = page.pageInfo;
      if (!hasNextPage || endCursor === null) return;
      page = pick(await ask(document, { ...variables, after: endCursor }));
    }
  }

  return { ask, pages } as Client;
}

function writeAddress(url: URL, parts: Record<string, unknown>): string {
  const address = new URL(url);
  for (const [name, part] of Object.entries(parts)) {
    if (part === undefined) continue;
    address.searchParams.set(name, typeof part === 'string' ? part : JSON.stringify(part));
  }
  return address.href;
}

/** Null where the platform has no SHA-256: pages that are not served by https. */
async function hash(text: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
