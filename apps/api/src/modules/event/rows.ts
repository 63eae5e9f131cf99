import type { CountryRole, Event, EventSource, Prisma } from '@muster/db';
import { type Day, type ImpreciseDateRow, toDay, toImpreciseDate } from '../../days.ts';
import type { Page } from '../../pagination.ts';
import { type OtherFigureRow, toOtherFigureRow } from '../count/rows.ts';
import { type CountryRow, toCountryRow } from '../country/queries.ts';
import { type GroupRow, toGroupRow } from '../group/queries.ts';
import { type ProgramRow, toProgramRow } from '../program/queries.ts';
import { type ProviderRow, toProviderRow } from '../provider/queries.ts';
import { type SourceRow, toSourceRow } from '../source/queries.ts';
import { visibleEvents } from './visible.ts';

type Dates =
  | 'startsOn'
  | 'startsOnPrecision'
  | 'endsOn'
  | 'endsOnPrecision'
  | 'statedOn'
  | 'statedOnPrecision';

export interface EventRow extends Omit<Event, Dates | 'knownOn'> {
  __typename: 'Event';
  /** The record is seen as it stood on this day. */
  seenOn: Day;
  /** Where the list is ordered by it. */
  order?: { programName?: string | null } | null;
  startsOn: ImpreciseDateRow | null;
  endsOn: ImpreciseDateRow | null;
  statedOn: ImpreciseDateRow | null;
  knownOn: Day;
}

export type EventPage = Page<EventRow>;

export interface EventSourceRow extends Pick<EventSource, 'fragment' | 'language' | 'note'> {
  source: SourceRow;
}

/** All that an event names, read at once for every event of a query. */
export interface EventRelations {
  program: ProgramRow | null;
  providers: ProviderRow[];
  countries: { country: CountryRow; role: CountryRole }[];
  groups: { group: GroupRow; role: CountryRole }[];
  sources: EventSourceRow[];
  otherFigures: OtherFigureRow[];
  supersedes: EventRow | null;
  supersededBy: EventRow[];
}

export function toEventRow(event: Event, seenOn: Day): EventRow {
  const { startsOn, startsOnPrecision, endsOn, endsOnPrecision, statedOn, statedOnPrecision, ...rest } =
    event;
  return {
    __typename: 'Event',
    ...rest,
    seenOn,
    startsOn: toImpreciseDate(startsOn, startsOnPrecision),
    endsOn: toImpreciseDate(endsOn, endsOnPrecision),
    statedOn: toImpreciseDate(statedOn, statedOnPrecision),
    knownOn: toDay(event.knownOn),
  };
}

export function eventInclude(seenOn: Day) {
  const orderBy = { position: 'asc' } as const;
  return {
    program: true,
    providers: { orderBy, include: { provider: true } },
    countries: { orderBy, include: { country: true } },
    groups: { orderBy, include: { group: true } },
    sources: { orderBy, include: { source: true } },
    otherFigures: { orderBy },
    supersedes: true,
    supersededBy: { where: visibleEvents(seenOn), orderBy: { slug: 'asc' } },
  } satisfies Prisma.EventInclude;
}

type EventRecord = Prisma.EventGetPayload<{ include: ReturnType<typeof eventInclude> }>;

export function toEventRelations(event: EventRecord, seenOn: Day): EventRelations {
  const supersedes = event.supersedes && toEventRow(event.supersedes, seenOn);
  return {
    program: event.program && toProgramRow(event.program),
    providers: event.providers.map(({ provider }) => toProviderRow(provider)),
    countries: event.countries.map(({ country, role }) => ({ country: toCountryRow(country), role })),
    groups: event.groups.map(({ group, role }) => ({ group: toGroupRow(group), role })),
    sources: event.sources.map(({ source, fragment, language, note }) => ({
      source: toSourceRow(source),
      fragment,
      language,
      note,
    })),
    otherFigures: event.otherFigures.map(toOtherFigureRow),
    supersedes: supersedes?.state === 'PUBLISHED' && supersedes.knownOn <= seenOn ? supersedes : null,
    supersededBy: event.supersededBy.map((later) => toEventRow(later, seenOn)),
  };
}
