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

export function readEventView(params: SearchParams): EventView {
  const kind = readParam(params, 'kind');
  return {
    ...readKnown(params),
    kind: kind && kind in eventKindWords ? (kind as EventKind) : null,
    country: readParam(params, 'country')?.toUpperCase() ?? null,
    after: readParam(params, 'after'),
    before: readParam(params, 'before'),
  };
}

export function toVariables({ kind, country, known, after, before }: EventView) {
  const filter = { kind: kind ? [kind] : null, country };
  return { ...(before ? { last: pageSize, before } : { first: pageSize, after }), filter, known };
}

/** The timeline's address for a view. */
export function addressOfEvents({ refused: _, ...params }: EventView): string {
  return addressOf('/events', params);
}
