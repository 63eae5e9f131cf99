import type { Context } from '../../context.ts';
import type { EventResolvers, QueryResolvers } from '../../generated/resolvers.ts';
import { load } from '../../loading.ts';
import { writeNodeId } from '../../node-id.ts';
import { pageResolvers } from '../../pagination.ts';
import {
  type EventRelations,
  type EventRow,
  findEventPage,
  findEventsBySlug,
  findRelationsOfEvents,
} from './queries.ts';

const Query: Pick<QueryResolvers, 'event' | 'events'> = {
  event: (_, { slug, knownOn }, ctx) => load(ctx, findEventsBySlug, slug, knownOn ?? ctx.today),
  events: (_, args, ctx) => findEventPage(ctx, args),
};

const Event: EventResolvers = {
  id: ({ slug }) => writeNodeId('Event', slug),
  program: relation('program'),
  providers: relation('providers'),
  countries: relation('countries'),
  groups: relation('groups'),
  sources: relation('sources'),
  otherFigures: relation('otherFigures'),
  supersedes: relation('supersedes'),
  supersededBy: relation('supersededBy'),
};

function relation<Name extends keyof EventRelations>(name: Name) {
  return async (event: EventRow, _: unknown, ctx: Context): Promise<EventRelations[Name]> => {
    const relations = await load(ctx, findRelationsOfEvents, event.id, event.seenOn);
    if (!relations) throw new Error(`no event ${event.id}`);
    return relations[name];
  };
}

export const eventResolvers = { Query, Event, EventConnection: pageResolvers };
