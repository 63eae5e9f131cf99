import type { HeroData } from '@/charts/hero/props.ts';
import { addDays, formatDay, formatMonth, formatRange } from '@/text/index.ts';
import type { Contribution } from './queries.ts';

/** A place on the chart that the reader can travel to. Small: it is sent to the browser. */
export interface Stop {
  on: string;
  /** "By the end of Sept 2024". */
  label: string;
  /** What the chart shows there, formatted; null where nothing is known yet. */
  promised: string;
  due: string;
  reported: string | null;
  /** Heights of the points to mark, in people. */
  marks: { tone: 'commit' | 'report'; people: number }[];
  /** Slugs of the counts behind it, of many the largest. */
  counts: string[];
  /** How many more there are. */
  others: number;
}

/** What opens beside the chart is read, not searched. */
const MOST_COUNTS = 40;

/** Stops at every year's end, wherever a promise is made or a report ends, and at the day of knowledge. */
export function listStops(data: HeroData, contributions: Contribution[]): Stop[] {
  const buckets = data.points
    .slice(1)
    .map((point, index) => ({ point, start: data.points[index]?.on ?? data.from }));
  return buckets.flatMap(({ point, start }) => {
    const happened = contributions.filter(({ count }) => happensWithin(count, start, point.on));
    const isYearEnd = point.on.endsWith('-01-01');
    const isAsOf = point.on === data.asOf;
    if (happened.length === 0 && !isYearEnd && !isAsOf) return [];
    const counts =
      happened.length > 0 ? happened : contributions.filter(({ count }) => covers(count, start, point.on));
    const isFuture = point.on > data.asOf;
    return {
      on: point.on,
      label: isAsOf ? `On ${formatDay(point.on)}` : `By the end of ${formatMonth(addDays(point.on, -1))}`,
      promised: formatRange(point.pledged),
      due: formatRange(point.due),
      reported: isFuture ? null : formatRange(point.reported),
      marks: [
        ...[...new Set([point.due.low, point.due.high])].map((people) => ({
          tone: 'commit' as const,
          people,
        })),
        ...(isFuture ? [] : [{ tone: 'report' as const, people: point.reported.high }]),
      ],
      counts: listLargest(counts),
      others: Math.max(0, counts.length - MOST_COUNTS),
    };
  });
}

function listLargest(parts: Contribution[]): string[] {
  const shown =
    parts.length > MOST_COUNTS
      ? parts.toSorted((one, other) => other.quantity.high - one.quantity.high).slice(0, MOST_COUNTS)
      : parts;
  return shown.map(({ count }) => count.slug);
}

type Count = Contribution['count'];

/** A promise happens when it is made, a report when its window ends. */
function happensWithin(count: Count, start: string, end: string): boolean {
  const on = count.__typename === 'Commitment' ? count.statedOn?.date : count.window.end?.date;
  return on !== undefined && on >= start && on < end;
}

function covers({ window }: Count, start: string, end: string): boolean {
  return (window.start?.date ?? '0000') < end && (window.end?.date ?? '9999') > start;
}
