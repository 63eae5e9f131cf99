import { keyInput, listIssues } from '@muster/schema/rules';
import { GraphQLError } from 'graphql';
import { requireLive } from '../../at-release.ts';
import type { Context } from '../../context.ts';
import { hasRole } from '../editing/permissions.ts';
import type { FieldProblem } from '../editing/results.ts';
import { type ApiKeyRow, endApiKey, findApiKeys, insertApiKey } from './queries.ts';

interface NotAllowed {
  __typename: 'NotAllowed';
  message: string;
}

export type CreateResult =
  | { __typename: 'ApiKeyCreated'; apiKey: ApiKeyRow; secret: string }
  | { __typename: 'ValidationFailed'; problems: FieldProblem[] }
  | NotAllowed;

export type RevokeResult =
  | { __typename: 'ApiKeyRevoked'; apiKey: ApiKeyRow }
  | { __typename: 'NotFound'; message: string }
  | NotAllowed;

const NEEDS_ADMIN = 'API keys need the role ADMIN. Ask an administrator.';
const NEEDS_SESSION = 'Please sign in as an administrator to manage API keys.';

/** Those that hold first, then the newest. Throws UNAUTHENTICATED or FORBIDDEN. */
export async function listApiKeys(ctx: Context): Promise<ApiKeyRow[]> {
  const { viewer, live } = requireLive(ctx);
  if (!hasRole(viewer, 'ADMIN')) {
    throw new GraphQLError(viewer ? NEEDS_ADMIN : NEEDS_SESSION, {
      extensions: { code: viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED' },
    });
  }
  const now = new Date();
  const isOver = (key: ApiKeyRow) => (readState(key, now) === 'ACTIVE' ? 0 : 1);
  return (await findApiKeys(live)).sort((one, other) => isOver(one) - isOver(other));
}

/** Makes a key for an administrator. `input` as the contract shapes it. */
export async function createApiKey({ viewer, live, auth }: Context, input: unknown): Promise<CreateResult> {
  if (!hasRole(viewer, 'ADMIN')) return refuse(viewer);
  const read = keyInput.safeParse(input);
  if (!read.success) {
    const problems = listIssues(read.error).map(({ field, message }) => ({ path: field, message }));
    return { __typename: 'ValidationFailed', problems };
  }
  return { __typename: 'ApiKeyCreated', ...(await insertApiKey(live, auth, viewer, read.data)) };
}

export async function revokeApiKey({ viewer, live }: Context, id: string): Promise<RevokeResult> {
  if (!hasRole(viewer, 'ADMIN')) return refuse(viewer);
  const apiKey = await endApiKey(live, viewer, id, new Date());
  if (apiKey === null) return { __typename: 'NotFound', message: 'There is no such API key.' };
  return { __typename: 'ApiKeyRevoked', apiKey };
}

function refuse(viewer: Context['viewer']): NotAllowed {
  return { __typename: 'NotAllowed', message: viewer ? NEEDS_ADMIN : NEEDS_SESSION };
}

export function readState({ enabled, expiresAt }: ApiKeyRow, at: Date): 'ACTIVE' | 'EXPIRED' | 'REVOKED' {
  if (!enabled) return 'REVOKED';
  return expiresAt && expiresAt <= at ? 'EXPIRED' : 'ACTIVE';
}
