import type { MadeRelease } from '@muster/db';
import type { Context } from '../../context.ts';
import { hasRole } from '../editing/permissions.ts';
import type { FieldProblem } from '../editing/results.ts';
import { makeRelease } from './queries.ts';

type Result =
  | ({ __typename: 'ReleaseMade' } & MadeRelease)
  | { __typename: 'ValidationFailed'; problems: FieldProblem[] }
  | { __typename: 'NotAllowed'; message: string };

/** Releases the records as they stand; for administrators. */
export async function createRelease({ viewer, live, today }: Context, name: string | null): Promise<Result> {
  if (viewer === null) return { __typename: 'NotAllowed', message: 'Please sign in to make a release.' };
  if (!hasRole(viewer, 'ADMIN')) {
    return { __typename: 'NotAllowed', message: 'A release needs the role ADMIN. Ask an administrator.' };
  }
  const made = await makeRelease(live, name, { day: today, at: new Date(), viewer });
  if ('path' in made) return { __typename: 'ValidationFailed', problems: [made] };
  return { __typename: 'ReleaseMade', ...made };
}
