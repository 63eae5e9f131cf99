import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { load } from '../../loading.ts';
import type { PageArgs } from '../../pagination.ts';
import { type EventOwner, type EventPage, findEventPagesOfOwners } from './queries.ts';

/** The page of events of one owner, read together with those of every other owner in the query. */
export async function ownedEvents(
  owner: EventOwner,
  key: string | number,
  { knownOn, ...args }: PageArgs & { knownOn?: Day | null },
  ctx: Context,
): Promise<EventPage> {
  const page = await load(ctx, findEventPagesOfOwners, key, { owner, args, seenOn: knownOn ?? ctx.today });
  if (!page) throw new Error(`no page of ${owner} ${key}`);
  return page;
}
