import type { Prisma } from '@muster/db';
import type { EventInput } from '@muster/schema/rules';
import { toImpreciseDate } from '../../days.ts';

/** What of an event's relations its input shape needs. */
export const eventRelations = {
  program: { select: { slug: true } },
  supersedes: { select: { slug: true } },
  providers: { select: { provider: { select: { code: true } } }, orderBy: { position: 'asc' } },
  countries: { orderBy: { position: 'asc' } },
  groups: { include: { group: { select: { code: true } } }, orderBy: { position: 'asc' } },
  sources: { include: { source: { select: { slug: true } } }, orderBy: { position: 'asc' } },
  otherFigures: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.EventInclude;

export type EditableEvent = Prisma.EventGetPayload<{ include: typeof eventRelations }>;

/** A stored event as an editor would give it. */
export function toEventInput(row: EditableEvent): EventInput {
  return {
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    status: row.status,
    program: row.program?.slug ?? null,
    providers: row.providers.map(({ provider }) => provider.code),
    audienceStated: row.audienceStated,
    startsOn: toImpreciseDate(row.startsOn, row.startsOnPrecision),
    endsOn: toImpreciseDate(row.endsOn, row.endsOnPrecision),
    periodStated: row.periodStated,
    statedOn: toImpreciseDate(row.statedOn, row.statedOnPrecision),
    statedBy: row.statedBy,
    place: row.place,
    countries: row.countries.map(({ countryIso3, role }) => ({ country: countryIso3, role })),
    groups: row.groups.map(({ group, role }) => ({ group: group.code, role })),
    countriesStated: row.countriesStated,
    confidence: row.confidence,
    note: row.note,
    supersedes: row.supersedes?.slug ?? null,
    sources: row.sources.map(({ source, fragment, language, note }) => ({
      source: source.slug,
      fragment,
      language,
      note,
    })),
    otherFigures: row.otherFigures.map(({ label, value, qualifier, note }) => ({
      label,
      value: Number(value),
      qualifier,
      note,
    })),
  };
}
