import type { Event } from '@muster/db';
import { type Day, type ImpreciseDateRow, toDay, toImpreciseDate } from '../../days.ts';
import type { Page } from '../../pagination.ts';

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
  startsOn: ImpreciseDateRow | null;
  endsOn: ImpreciseDateRow | null;
  statedOn: ImpreciseDateRow | null;
  knownOn: Day;
}

export type EventPage = Page<EventRow>;

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

export interface EventSourceRow {
  sourceId: number;
  fragment: string | null;
  language: string;
  note: string | null;
}
