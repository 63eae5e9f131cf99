import type { Prisma } from '@muster/db';
import { type EventInput, knownOnOf } from '@muster/schema/rules';
import { toDate } from '../../days.ts';
import { toNullableDate } from './count-columns.ts';
import { idOf, type References, requireNamed } from './references.ts';

/** An event's own columns. `recordedOn`: the day of its first publication, or today. */
export function toEventColumns(
  input: EventInput,
  { program, event, source }: References,
  recordedOn: string,
) {
  const { startsOn, endsOn, statedOn, sources } = input;
  const sourceDates = sources.map((telling) => requireNamed(source, telling.source).publishedOn);
  return {
    slug: input.slug,
    title: input.title,
    kind: input.kind,
    status: input.status,
    programId: idOf(program, input.program),
    audienceStated: input.audienceStated,
    startsOn: toNullableDate(startsOn),
    startsOnPrecision: startsOn?.precision ?? null,
    endsOn: toNullableDate(endsOn),
    endsOnPrecision: endsOn?.precision ?? null,
    periodStated: input.periodStated,
    statedOn: toNullableDate(statedOn),
    statedOnPrecision: statedOn?.precision ?? null,
    knownOn: toDate(knownOnOf({ statedOn, sourceDates, recordedOn })),
    statedBy: input.statedBy,
    place: input.place,
    countriesStated: input.countriesStated,
    confidence: input.confidence,
    note: input.note,
    supersedesId: idOf(event, input.supersedes),
  } satisfies Prisma.EventUncheckedCreateInput;
}

/** Rows of what belongs to an event, each in the order given. */
export function toEventRelations(eventId: number, input: EventInput, references: References) {
  return {
    providers: input.providers.map((code, position) => ({
      eventId,
      position,
      providerId: requireNamed(references.provider, code),
    })),
    countries: input.countries.map(({ country, role }, position) => ({
      eventId,
      position,
      countryIso3: country,
      role,
    })),
    groups: input.groups.map(({ group, role }, position) => ({
      eventId,
      position,
      groupId: requireNamed(references.group, group),
      role,
    })),
    sources: input.sources.map(({ source, ...telling }, position) => ({
      ...telling,
      eventId,
      position,
      sourceId: requireNamed(references.source, source).id,
    })),
    otherFigures: input.otherFigures.map((figure, position) => ({ ...figure, eventId, position })),
  };
}
