import type { CommitmentInput, CountInput, EventInput } from '@muster/schema/rules';
import type { TransactionClient } from '../revision.ts';
import type { Dataset } from './dataset.ts';
import { type Ids, idsBy } from './insert.ts';
import { type Surroundings, toCountRow, toEventRow } from './rows.ts';

const IMPORTER = 'Starter dataset';

interface Scope {
  recordedOn: string;
  groupId: Ids;
  providerId: Ids;
  programId: Ids;
  sourceId: Ids;
}

/** Counts with their links and events, and a first revision of each. */
export async function insertRecords(db: TransactionClient, dataset: Dataset, scope: Scope): Promise<void> {
  const dates = new Map(dataset.sources.map(({ slug, publishedOn }) => [slug, publishedOn]));
  const around = { ...scope, publishedOn: (slug: string) => dates.get(slug) ?? null };
  const countId = await insertCounts(db, dataset, scope, around);
  await db.link.createMany({
    data: dataset.links.map(({ from, to, source, ...link }) => ({
      ...link,
      fromId: countId(from),
      toId: countId(to),
      sourceId: source === null ? null : scope.sourceId(source),
    })),
  });
  const eventId = await insertEvents(db, dataset.events, scope, around);
  await db.revision.createMany({
    data: [
      ...dataset.commitments.map((record) => toRevision('Commitment', countId, record)),
      ...dataset.reportedTotals.map((record) => toRevision('ReportedTotal', countId, record)),
      ...dataset.events.map((record) => toRevision('Event', eventId, record)),
    ],
  });
}

async function insertCounts(
  db: TransactionClient,
  { commitments, reportedTotals }: Dataset,
  { groupId, providerId, sourceId }: Scope,
  around: Surroundings,
): Promise<Ids> {
  const counts: CountInput[] = [...commitments, ...reportedTotals];
  const rows = await db.count.createManyAndReturn({
    data: [
      ...commitments.map((count) => toCountRow(count, 'COMMITMENT', around)),
      ...reportedTotals.map((count) => toCountRow(count, 'REPORTED_TOTAL', around)),
    ],
    select: { id: true, slug: true },
  });
  const countId = idsBy(rows, 'slug');
  await db.countProvider.createMany({
    data: each(counts, ({ slug, providers }) =>
      providers.map((code, position) => ({ countId: countId(slug), providerId: providerId(code), position })),
    ),
  });
  await db.countRecipient.createMany({
    data: each(counts, ({ slug, recipients }) =>
      recipients.map(({ country, group, ...shares }, position) => ({
        ...shares,
        countId: countId(slug),
        position,
        countryIso3: country,
        groupId: group === null ? null : groupId(group),
      })),
    ),
  });
  await db.claim.createMany({
    data: each(counts, ({ slug, claims }) =>
      claims.map(({ source, ...claim }, position) => ({
        ...claim,
        countId: countId(slug),
        sourceId: sourceId(source),
        position,
      })),
    ),
  });
  await db.otherFigure.createMany({
    data: each(counts, ({ slug, otherFigures }) =>
      otherFigures.map((figure, position) => ({ ...figure, countId: countId(slug), position })),
    ),
  });
  return countId;
}

async function insertEvents(
  db: TransactionClient,
  events: EventInput[],
  { groupId, providerId, sourceId }: Scope,
  around: Surroundings,
): Promise<Ids> {
  const rows = await db.event.createManyAndReturn({
    data: events.map((event) => toEventRow(event, around)),
    select: { id: true, slug: true },
  });
  const eventId = idsBy(rows, 'slug');
  for (const { slug, supersedes } of events) {
    if (supersedes === null) continue;
    await db.event.update({
      where: { id: eventId(slug) },
      data: { supersedesId: eventId(supersedes) },
      select: { id: true },
    });
  }
  await db.eventProvider.createMany({
    data: each(events, ({ slug, providers }) =>
      providers.map((code, position) => ({ eventId: eventId(slug), providerId: providerId(code), position })),
    ),
  });
  await db.eventCountry.createMany({
    data: each(events, ({ slug, countries }) =>
      countries.map(({ country, role }, position) => ({
        eventId: eventId(slug),
        countryIso3: country,
        role,
        position,
      })),
    ),
  });
  await db.eventGroup.createMany({
    data: each(events, ({ slug, groups }) =>
      groups.map(({ group, role }, position) => ({
        eventId: eventId(slug),
        groupId: groupId(group),
        role,
        position,
      })),
    ),
  });
  await db.eventSource.createMany({
    data: each(events, ({ slug, sources }) =>
      sources.map(({ source, ...telling }, position) => ({
        ...telling,
        eventId: eventId(slug),
        sourceId: sourceId(source),
        position,
      })),
    ),
  });
  await db.otherFigure.createMany({
    data: each(events, ({ slug, otherFigures }) =>
      otherFigures.map((figure, position) => ({ ...figure, eventId: eventId(slug), position })),
    ),
  });
  return eventId;
}

function toRevision(entity: string, ids: Ids, record: CommitmentInput | CountInput | EventInput) {
  return {
    entity,
    entityId: ids(record.slug),
    slug: record.slug,
    version: 1,
    action: 'IMPORTED',
    actorName: IMPORTER,
    after: record,
    isPublic: true,
  };
}

function each<Item, Row>(items: readonly Item[], rowsOf: (item: Item) => Row[]): Row[] {
  return items.flatMap(rowsOf);
}
