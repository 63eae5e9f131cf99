import type { Lane } from '@/charts/step-timeline/index.ts';
import { formatEventDate } from '@/features/event/words.ts';
import type { EventLineFragment, LinkedCountFragment } from '@/generated/graphql.ts';
import { addressOf, countPath, eventKindWords, formatCount, formatCountWindow } from '@/text/index.ts';

/** What a lane shows of a count. */
type Drawn = Pick<
  LinkedCountFragment,
  '__typename' | 'slug' | 'title' | 'unit' | 'rate' | 'quantity' | 'claims' | 'window' | 'statedOn'
>;

/** A count as a lane of a timeline. */
export function toCountLane(count: Drawn, known: string | null): Lane {
  return {
    id: count.slug,
    kind: count.__typename === 'Commitment' ? 'commitment' : 'report',
    figure: count.quantity ? formatCount(count) : 'No number',
    words: count.title,
    href: addressOf(countPath(count), { known }),
    window: count.window,
    when: count.window.start || count.window.end ? formatCountWindow(count) : null,
    size: count.quantity?.high ?? 0,
    statedOn: count.statedOn?.date ?? null,
  };
}

/** An event as a lane of a timeline. */
export function toEventLane(event: EventLineFragment, known: string | null): Lane {
  return {
    id: event.slug,
    kind: 'event',
    figure: eventKindWords[event.kind],
    words: event.title,
    href: addressOf(`/events/${event.slug}`, { known }),
    window: { start: event.startsOn, end: event.endsOn },
    when: event.startsOn ? formatEventDate(event) : null,
    size: 0,
    statedOn: null,
  };
}
