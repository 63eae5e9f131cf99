import type { Prisma } from '@muster/db';
import type { Context } from '../../../context.ts';
import { type Day, toDay } from '../../../days.ts';
import type { QueryEventsArgs, QuerySourcesArgs } from '../../../generated/resolvers.ts';
import { keysetInclude } from '../../../keyset.ts';
import { type EventRow, eventOrder, eventWhere, toEventRow } from '../../event/queries.ts';
import { type SourceRow, sourceOrder, sourceWhere, toSourceRow } from '../../source/queries.ts';
import { CITED, type CitedSource, dropRepeated, type Listing, readInOrder } from './reading.ts';

export interface SourceExport extends SourceRow {
  derivedFrom: string | null;
}

/** The bibliography. Throws InputError as the API's list does. */
export async function listSources(
  _ctx: Context,
  args: Partial<QuerySourcesArgs>,
): Promise<Listing<SourceExport>> {
  const where = await sourceWhere(args.filter);
  const order = sourceOrder(args);
  return {
    count: ({ records }) => records.source.count({ where }),
    read: (reading) =>
      readInOrder<SourceExport>(reading, order, async ({ where: stretch, ...query }) => {
        const sources = await reading.records.source.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, stretch] },
          ...query,
          include: { derivedFrom: { select: { slug: true } } },
        });
        return sources.map(({ derivedFrom, ...source }) => ({
          ...toSourceRow(source),
          derivedFrom: derivedFrom?.slug ?? null,
        }));
      }),
  };
}

export interface EventExport extends EventRow {
  program: string | null;
  /** Codes. */
  providers: string[];
  countries: string[];
  groups: string[];
  /** Slug. */
  supersedes: string | null;
  sources: CitedSource[];
}

const inPosition = { orderBy: { position: 'asc' } } as const;

const EVENT = {
  program: { select: { slug: true } },
  providers: { ...inPosition, select: { provider: { select: { code: true } } } },
  countries: { ...inPosition, select: { countryIso3: true } },
  groups: { ...inPosition, select: { group: { select: { code: true } } } },
  supersedes: { select: { slug: true, state: true, knownOn: true } },
  sources: { ...inPosition, select: { source: CITED } },
} satisfies Prisma.EventInclude;

type EventRecord = Prisma.EventGetPayload<{ include: typeof EVENT }>;

/** Published events with whom they name and their sources. Throws InputError as the API's list does. */
export async function listEvents(
  ctx: Context,
  args: Partial<QueryEventsArgs>,
): Promise<Listing<EventExport>> {
  const seenOn = args.knownOn ?? ctx.today;
  const where = await eventWhere(ctx, args.filter, seenOn);
  const order = eventOrder(args.orderBy, args.direction);
  return {
    count: ({ records }) => records.event.count({ where }),
    read: (reading) =>
      readInOrder<EventExport>(reading, order, async ({ where: stretch, ...query }) => {
        const events = await reading.records.event.findMany({
          relationLoadStrategy: 'join',
          where: { AND: [where, stretch] },
          ...query,
          include: { ...EVENT, ...keysetInclude(order) },
        });
        return events.map((event) => toEventExport(event, seenOn));
      }),
  };
}

function toEventExport(
  { program, providers, countries, groups, supersedes, sources, ...event }: EventRecord,
  seenOn: Day,
): EventExport {
  const isSeen = supersedes?.state === 'PUBLISHED' && toDay(supersedes.knownOn) <= seenOn;
  return {
    ...toEventRow(event, seenOn),
    program: program?.slug ?? null,
    providers: providers.map(({ provider }) => provider.code),
    countries: countries.map(({ countryIso3 }) => countryIso3),
    groups: groups.map(({ group }) => group.code),
    supersedes: isSeen ? supersedes.slug : null,
    sources: dropRepeated(sources.map(({ source }) => source)),
  };
}
