import {
  type CountInput,
  type EventInput,
  type ImpreciseDate,
  knownOnOf,
  quantityOf,
} from '@muster/schema/rules';
import type { CommitmentStatus, CountKind } from '../../generated/enums.ts';

/** What a record needs to know of the others: their ids, and when the sources appeared. */
export interface Surroundings {
  programId: (slug: string) => number;
  publishedOn: (source: string) => ImpreciseDate | null;
  recordedOn: string;
}

export function toCountRow(
  count: CountInput & { status?: CommitmentStatus },
  kind: CountKind,
  { programId, publishedOn, recordedOn }: Surroundings,
) {
  const quantity = quantityOf(count.claims);
  const sourceDates = count.claims.map(({ source }) => publishedOn(source));
  return {
    kind,
    slug: count.slug,
    title: count.title,
    programId: count.program === null ? null : programId(count.program),
    unit: count.unit,
    measure: count.measure,
    audience: count.audience,
    audienceStated: count.audienceStated,
    quantityLow: quantity?.low ?? null,
    quantityHigh: quantity?.high ?? null,
    qualifierStated: count.qualifierStated,
    rate: count.rate,
    ...spread('windowStart', count.window.start),
    ...spread('windowEnd', count.window.end),
    windowEndLatest: toDate(count.window.endLatest),
    windowStated: count.window.stated,
    ...spread('statedOn', count.statedOn),
    knownOn: dayOf(knownOnOf({ statedOn: count.statedOn, sourceDates, recordedOn })),
    statedBy: count.statedBy,
    voice: count.voice,
    recipientScope: count.recipientScope,
    recipientsStated: count.recipientsStated,
    status: count.status ?? null,
    confidence: count.confidence,
    note: count.note,
    ...published(recordedOn),
  };
}

/** Without `supersedes`: its id is known once all events are there. */
export function toEventRow(event: EventInput, { programId, publishedOn, recordedOn }: Surroundings) {
  const sourceDates = event.sources.map(({ source }) => publishedOn(source));
  return {
    slug: event.slug,
    title: event.title,
    kind: event.kind,
    status: event.status,
    programId: event.program === null ? null : programId(event.program),
    audienceStated: event.audienceStated,
    ...spread('startsOn', event.startsOn),
    ...spread('endsOn', event.endsOn),
    periodStated: event.periodStated,
    ...spread('statedOn', event.statedOn),
    knownOn: dayOf(knownOnOf({ statedOn: event.statedOn, sourceDates, recordedOn })),
    statedBy: event.statedBy,
    place: event.place,
    countriesStated: event.countriesStated,
    confidence: event.confidence,
    note: event.note,
    ...published(recordedOn),
  };
}

export const dayOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const toDate = (day: string | null): Date | null => (day === null ? null : dayOf(day));

/** A day and its precision, as the two columns that hold them. */
export function spread<Name extends string>(name: Name, value: ImpreciseDate | null) {
  return { [name]: toDate(value?.date ?? null), [`${name}Precision`]: value?.precision ?? null } as {
    [Key in Name]: Date | null;
  } & { [Key in `${Name}Precision`]: ImpreciseDate['precision'] | null };
}

const published = (recordedOn: string) => ({
  state: 'PUBLISHED' as const,
  version: 1,
  publishedAt: dayOf(recordedOn),
});
