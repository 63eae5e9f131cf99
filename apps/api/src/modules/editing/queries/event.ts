import { Prisma, type TransactionClient } from '@muster/db';
import { type EventInput, eventInput, knownOnOf } from '@muster/schema/rules';
import { toDay, toImpreciseDate } from '../../../days.ts';
import { type EventRow, toEventRow } from '../../event/rows.ts';
import { at, type Entity, raised } from '../entity.ts';
import { toEventColumns, toEventRelations } from '../event-columns.ts';
import { type EditableEvent, eventRelations, toEventInput } from '../event-input.ts';
import type { Mention, References } from '../references.ts';

export const eventEntity: Entity<EditableEvent, EventInput, { __typename: 'EventSaved'; event: EventRow }> = {
  entity: 'EVENT',
  name: 'Event',
  word: 'event',
  rules: eventInput,
  unique: ['slug'],
  fixed: ['slug'],
  keyOf: ({ slug }) => slug,
  titleOf: ({ title }) => title,
  toInput: toEventInput,
  listMentions: listEventMentions,
  find: (transaction, slug) => transaction.event.findUnique({ where: { slug }, include: eventRelations }),
  require: (transaction, id) =>
    transaction.event.findUniqueOrThrow({ where: { id }, include: eventRelations }),
  isTaken: async (transaction, _, { slug }) => (await transaction.event.count({ where: { slug } })) > 0,
  isSeen: async (_, { state }) => state === 'PUBLISHED' || state === 'RETRACTED',
  isPublic: ({ state }) => state === 'PUBLISHED',
  findProblems: async (transaction, { slug, supersedes }, _, row) => {
    if (supersedes === null || row === null) return [];
    if (!(await isSupersededBy(transaction, supersedes, row.slug)) && supersedes !== slug) return [];
    const message = `${supersedes} supersedes this event itself; choose another`;
    return [{ path: 'supersedes', message }];
  },
  insert: async (transaction, input, references, today) => {
    const data = toEventColumns(input, references, today);
    const { id } = await transaction.event.create({ data, select: { id: true } });
    await insertRelations(transaction, id, input, references);
    return id;
  },
  write: async (transaction, row, input, references, today) => {
    const columns = toEventColumns(input, references, toDay(row.publishedAt) ?? today);
    const data = { ...columns, ...raised() };
    if ((await transaction.event.updateMany({ where: at(row), data })).count === 0) return false;
    await deleteRelations(transaction, row.id);
    await insertRelations(transaction, row.id, input, references);
    return true;
  },
  move: async (transaction, row, move) =>
    (await transaction.event.updateMany({ where: at(row), data: { ...move, ...raised() } })).count === 1,
  findKnownOn: async (transaction, row, recordedOn) => {
    const sources = await transaction.source.findMany({
      where: { eventSources: { some: { eventId: row.id } } },
      select: { publishedOn: true, publishedOnPrecision: true },
    });
    const sourceDates = sources.map(({ publishedOn, publishedOnPrecision }) =>
      toImpreciseDate(publishedOn, publishedOnPrecision),
    );
    return knownOnOf({ statedOn: toEventInput(row).statedOn, sourceDates, recordedOn });
  },
  findReferrers: async (transaction, { id }) => {
    const later = await transaction.event.findMany({
      where: { supersedesId: id },
      select: { slug: true },
      take: 5,
    });
    return later.map(({ slug }) => `the event ${slug}`);
  },
  remove: async (transaction, row) =>
    (await transaction.event.deleteMany({ where: { ...at(row), publishedAt: null } })).count === 1,
  present: async (ctx, id) => {
    const event = await ctx.db.prisma.event.findUnique({ where: { id } });
    return event && { __typename: 'EventSaved', event: toEventRow(event, ctx.today) };
  },
};

function listEventMentions(input: EventInput): Mention[] {
  return [
    { path: 'program', kind: 'program', name: input.program },
    { path: 'supersedes', kind: 'event', name: input.supersedes },
    ...input.providers.map((name, i) => ({ path: `providers.${i}`, kind: 'provider' as const, name })),
    ...input.countries.map(({ country }, i): Mention => {
      return { path: `countries.${i}.country`, kind: 'country', name: country };
    }),
    ...input.groups.map(({ group }, i): Mention => {
      return { path: `groups.${i}.group`, kind: 'group', name: group };
    }),
    ...input.sources.map(({ source }, i): Mention => {
      return { path: `sources.${i}.source`, kind: 'source', name: source };
    }),
  ];
}

/** Whether the event `slug` is among those that `of` supersedes, or that one itself. */
async function isSupersededBy(transaction: TransactionClient, of: string, slug: string): Promise<boolean> {
  const [found] = await transaction.$queryRaw<{ isThere: boolean }[]>(Prisma.sql`
    WITH RECURSIVE line AS (
      SELECT slug, supersedes_id FROM event WHERE slug = ${of}
      UNION SELECT e.slug, e.supersedes_id FROM line l JOIN event e ON e.id = l.supersedes_id)
    SELECT EXISTS (SELECT 1 FROM line WHERE slug = ${slug}) AS "isThere"`);
  return found?.isThere ?? false;
}

async function deleteRelations(transaction: TransactionClient, eventId: number): Promise<void> {
  const where = { eventId };
  await transaction.eventProvider.deleteMany({ where });
  await transaction.eventCountry.deleteMany({ where });
  await transaction.eventGroup.deleteMany({ where });
  await transaction.eventSource.deleteMany({ where });
  await transaction.otherFigure.deleteMany({ where });
}

async function insertRelations(
  transaction: TransactionClient,
  eventId: number,
  input: EventInput,
  references: References,
): Promise<void> {
  const relations = toEventRelations(eventId, input, references);
  await transaction.eventProvider.createMany({ data: relations.providers });
  await transaction.eventCountry.createMany({ data: relations.countries });
  await transaction.eventGroup.createMany({ data: relations.groups });
  await transaction.eventSource.createMany({ data: relations.sources });
  await transaction.otherFigure.createMany({ data: relations.otherFigures });
}
