import type { CountKind } from '@muster/db';
import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { load } from '../../loading.ts';
import type { PageArgs } from '../../pagination.ts';
import { readRowSelection } from '../../selection.ts';
import type { CountOwner } from './owners.ts';
import { type CountPage, countInclude, findCountPagesOfOwners } from './queries.ts';

/** The page of counts of one owner, read together with those of every other owner in the query. */
export async function ownedCounts(
  owner: CountOwner,
  kind: CountKind,
  key: string | number,
  { knownOn, ...args }: PageArgs & { knownOn?: Day | null },
  ctx: Context,
  info: GraphQLResolveInfo,
): Promise<CountPage> {
  const seenOn = knownOn ?? ctx.today;
  const include = countInclude(readRowSelection(info), seenOn);
  const page = await load(ctx, findCountPagesOfOwners, key, { owner, kind, args, seenOn, include });
  if (!page) throw new Error(`no page of ${owner} ${key}`);
  return page;
}
