import { Prisma } from '@muster/db';
import type { Context } from '../../context.ts';
import { type KeysetOrder, relatedOrder, textOrder } from '../../cursor.ts';
import type { Day } from '../../days.ts';
import type { EventOrder, QueryEventsArgs } from '../../generated/resolvers.ts';
import { keysetInclude } from '../../keyset.ts';
import { groupBy, indexBy } from '../../loading.ts';
import { findOwnedPages } from '../../owned.ts';
import { findPage, type PageArgs } from '../../pagination.ts';
import { eventWhere } from './filter.ts';
import {
  type EventPage,
  type EventRelations,
  type EventRow,
  eventInclude,
  toEventRelations,
  toEventRow,
} from './rows.ts';
import { visibleEvents } from './visible.ts';

export { eventWhere } from './filter.ts';
export * from './rows.ts';
export { visibleEvents } from './visible.ts';

export async function findEventPage(ctx: Context, args: Partial<QueryEventsArgs>): Promise<EventPage> {
  const seenOn = args.knownOn ?? ctx.today;
  const where = await eventWhere(ctx, args.filter, seenOn);
  const order = eventOrder(args.orderBy, args.direction);
  const include = keysetInclude(order);
  return findPage({
    args,
    order,
    find: async ({ where: stretch, ...query }) => {
      const events = await ctx.db.prisma.event.findMany({
        relationLoadStrategy: 'join',
        where: { AND: [where, stretch] },
        ...query,
        include,
      });
      return events.map((event) => toEventRow(event, seenOn));
    },
    count: () => ctx.db.prisma.event.count({ where }),
  });
}

/** Events that readers may see on the day `seenOn`. */
export async function findEventsBySlug(ctx: Context, slugs: readonly string[], seenOn: Day) {
  const where = { slug: { in: [...slugs] }, ...visibleEvents(seenOn) };
  const events = await ctx.db.prisma.event.findMany({ where });
  return indexBy(
    events.map((event) => toEventRow(event, seenOn)),
    ({ slug }) => slug,
  );
}

/** Events that readers may see on the day `seenOn`. */
export async function findEventsById(ctx: Context, ids: readonly number[], seenOn: Day) {
  const events = await ctx.db.prisma.event.findMany({
    where: { id: { in: [...ids] }, ...visibleEvents(seenOn) },
  });
  return indexBy(
    events.map((event) => toEventRow(event, seenOn)),
    ({ id }) => id,
  );
}

export async function findRelationsOfEvents(
  ctx: Context,
  ids: readonly number[],
  seenOn: Day,
): Promise<Map<number, EventRelations>> {
  const events = await ctx.db.prisma.event.findMany({
    relationLoadStrategy: 'join',
    where: { id: { in: [...ids] } },
    include: eventInclude(seenOn),
  });
  return new Map(events.map((event) => [event.id, toEventRelations(event, seenOn)]));
}

/** Events that rest on the sources and that readers may see today, latest first. */
export async function findEventsOfSources(
  ctx: Context,
  sources: readonly number[],
): Promise<Map<number, EventRow[]>> {
  const rows = await ctx.db.prisma.eventSource.findMany({
    relationLoadStrategy: 'join',
    where: { sourceId: { in: [...sources] }, event: visibleEvents(ctx.today) },
    distinct: ['sourceId', 'eventId'],
    include: { event: true },
    orderBy: [{ event: { startsOn: { sort: 'desc', nulls: 'last' } } }, { event: { slug: 'asc' } }],
  });
  const events = groupBy(rows, ({ sourceId }) => sourceId);
  return new Map([...events].map(([id, own]) => [id, own.map(({ event }) => toEventRow(event, ctx.today))]));
}

export type EventOwner = 'program' | 'country';

/** What pages of several owners' events have in common. */
export interface OwnedEvents {
  owner: EventOwner;
  args: PageArgs;
  seenOn: Day;
}

/** One page of published events, newest first, for each of the owners. */
export function findEventPagesOfOwners(
  ctx: Context,
  keys: readonly (string | number)[],
  { owner, args, seenOn }: OwnedEvents,
): Promise<Map<string | number, EventPage>> {
  const isCountry = owner === 'country';
  const visible = Prisma.sql`e.state = 'PUBLISHED' AND e.known_on <= ${seenOn}::date`;
  const event = Prisma.sql`SELECT e.id, e.slug, e.starts_on FROM event AS e`;
  const items = isCountry
    ? Prisma.sql`(${event} JOIN event_country AS c ON c.event_id = e.id WHERE c.country_iso3 = owner.key AND ${visible})`
    : Prisma.sql`(${event} WHERE e.program_id = owner.key AND ${visible})`;
  return findOwnedPages(keys, {
    args,
    order: eventOrder(),
    columns: { value: Prisma.sql`item.starts_on`, key: Prisma.sql`item.slug` },
    owners: isCountry ? Prisma.sql`unnest(${keys}::bpchar[])` : Prisma.sql`unnest(${keys}::int[])`,
    items,
    run: (sql) => ctx.db.query(sql.text, sql.values),
    readRows: (ids) => findEventsById(ctx, ids, seenOn),
  });
}

export function eventOrder(
  orderBy?: EventOrder | null,
  direction?: 'ASC' | 'DESC' | null,
): KeysetOrder<EventRow> {
  const way = direction ?? 'DESC';
  const keyOf = ({ slug }: EventRow) => slug;
  if (orderBy === 'TITLE') return textOrder('events', 'title', 'slug', way);
  if (orderBy === 'PROGRAM') return { ...relatedOrder('events', 'programName', 'text', way), keyOf };
  const common = { kind: 'day' as const, direction: way, keyColumn: 'slug', keyOf };
  if (orderBy === 'KNOWN_ON') {
    return {
      ...common,
      name: `events by knownOn ${way}`,
      column: 'knownOn',
      isNullable: false,
      valueOf: ({ knownOn }) => knownOn,
    };
  }
  return {
    ...common,
    name: `events by startsOn ${way}`,
    column: 'startsOn',
    isNullable: true,
    valueOf: ({ startsOn }) => startsOn?.date ?? null,
  };
}
