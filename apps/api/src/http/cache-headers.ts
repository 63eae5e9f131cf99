import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { readKey } from '../auth/api-key.ts';
import type { Context } from '../context.ts';
import { editingResolvers } from '../modules/editing/resolvers.ts';
import { keyResolvers } from '../modules/key/resolvers.ts';

/**
 * Readers ask each time (and mostly hear 304); what stands between may answer for a minute by itself, and for ten more
 * while it asks. See decision 0012.
 */
export const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';
/** The same answer for whoever has a key: kept by them alone, and asked for anew each time. */
export const KEYED = 'private, no-cache';
export const PRIVATE = 'private, no-store';

/** What may make the answer another one. */
export const VARY = 'accept, accept-encoding, cookie, authorization';

const EXPOSED =
  'etag, x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset, ratelimit-policy, retry-after, www-authenticate';

/** For scripts of any site: what is asked without a cookie, or with a key, is public. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': EXPOSED,
} as const;

/** What a request's headers say of who asks: nothing, that they have a key, or who it is. */
export type Asker = 'ANYBODY' | 'KEY' | 'PERSON';

export function readAsker({ cookie, authorization }: { cookie?: unknown; authorization?: unknown }): Asker {
  if (cookie !== undefined) return 'PERSON';
  if (authorization === undefined) return 'ANYBODY';
  return readKey(authorization) === null ? 'PERSON' : 'KEY';
}

/** How long an answer may be kept that depends on nothing of who asks but their limits. */
export const keptFor: Record<Asker, string> = { ANYBODY: SHARED, KEY: KEYED, PERSON: PRIVATE };

/** Says of each answer whether it may be kept, and read by scripts of other sites. */
export const describeAnswers: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request: { http }, response, operation, document }) => {
      const { headers } = response.http;
      const asker = readAsker({
        cookie: http?.headers.get('cookie'),
        authorization: http?.headers.get('authorization'),
      });
      const isOpen = operation?.operation !== 'mutation' && asker !== 'PERSON';
      const isShared =
        isOpen &&
        http?.method === 'GET' &&
        operation !== undefined &&
        document !== undefined &&
        response.body.kind === 'single' &&
        response.body.singleResult.errors === undefined &&
        !asksOfViewer(document, operation);
      headers.set('cache-control', isShared ? keptFor[asker] : PRIVATE);
      if (isOpen) for (const [name, value] of Object.entries(OPEN)) headers.set(name, value);
    },
  }),
};

/** Roots whose answer depends on who asks. */
const OF_VIEWER = new Set(Object.keys({ ...editingResolvers.Query, ...keyResolvers.Query }));

function asksOfViewer(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const seen = new Set<string>();
  const asks = ({ selections }: SelectionSetNode): boolean =>
    selections.some((node) => {
      if (node.kind === Kind.FIELD) return OF_VIEWER.has(node.name.value);
      if (node.kind === Kind.INLINE_FRAGMENT) return asks(node.selectionSet);
      if (seen.has(node.name.value)) return false;
      seen.add(node.name.value);
      const fragment = document.definitions.find(
        (it) => it.kind === Kind.FRAGMENT_DEFINITION && it.name.value === node.name.value,
      );
      return fragment?.kind === Kind.FRAGMENT_DEFINITION && asks(fragment.selectionSet);
    });
  return asks(operation.selectionSet);
}
