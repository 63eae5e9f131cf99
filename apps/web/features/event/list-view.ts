import type { EventKind } from '@/generated/contract.ts';
import { addressOf, eventKindWords, readKnown, readParam, type SearchParams } from '@/text/index.ts';

const pageSize = 50;

/** What the address asks the timeline of events to show. */
export interface EventView {
  known: string | null;
  refused: string | null;
  kind: EventKind | null;
  country: string | null;
  after: string | null;
  before: string | null;
}

export function readEventView(params: SearchParams, today: string): EventView {
  const kind = readParam(params, 'kind');
  return {
    ...readKnown(params, today),
    kind: kind && Object.hasOwn(eventKindWords, kind) ? (kind as EventKind) : null,
    country: readParam(params, 'country')?.toUpperCase() ?? null,
    after: readParam(params, 'after'),
    before: readParam(params, 'before'),
  };
}

export function toVariables({ kind, country, known, after, before }: EventView) {
  const filter = { kind: kind ? [kind] : null, country };
  return { ...(before ? { last: pageSize, before } : { first: pageSize, after }), filter, known };
}

export function withoutFilters(view: EventView): EventView {
  return { ...view, kind: null, country: null, after: null, before: null };
}

/** The timeline's address for a view. */
export function addressOfEvents({ refused: _, ...params }: EventView): string {
  return addressOf('/events', params);
}
