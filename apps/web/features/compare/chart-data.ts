import type { Panel, PanelPoint, SmallMultiplesData } from '@/charts/small-multiples/index.ts';
import type { Subject } from './queries.ts';

const nothing = { low: 0, high: 0 };

/** What is on record of each as panels on one line of time; `hrefOf` gives its page. */
export function toMultiples(
  subjects: readonly Subject[],
  asOf: string,
  asOfLabel: string,
  hrefOf: (subject: Subject) => string,
): SmallMultiplesData {
  const days = subjects
    .flatMap(({ series }) => series.points.flatMap(({ start, end }) => [start, end]))
    .sort();
  const first = [days[0] ?? asOf, asOf].sort()[0] ?? asOf;
  const last = [days.at(-1) ?? asOf, asOf].sort()[1] ?? asOf;
  return {
    panels: subjects.map((subject) => toPanel(subject, asOf, hrefOf(subject))),
    from: `${first.slice(0, 4)}-01-01`,
    to: last.endsWith('-01-01') ? last : `${Number(last.slice(0, 4)) + 1}-01-01`,
    asOf,
    asOfLabel,
  };
}

function toPanel({ id, name, series, totals }: Subject, asOf: string, href: string): Panel {
  const [first] = series.points;
  const points = series.points.map(
    ({ start, end, pledged, cumulativeDue, cumulativeReported }): PanelPoint => ({
      on: end,
      pledgedOn: findLargest(totals, start, end),
      pledged,
      due: cumulativeDue,
      reported: cumulativeReported,
    }),
  );
  const { pledged, due, reported } = totals;
  const start = first ? [{ on: first.start, pledged: nothing, due: nothing, reported: nothing }] : [];
  // The day of knowledge falls within a year; the totals know its exact amounts.
  const exact = { on: asOf, pledged, due, reported };
  const ends = series.reports.map(({ on }) => on).filter((on) => on <= asOf);
  return {
    id,
    label: name,
    points: [...start, ...points.filter(({ on }) => on !== asOf), exact].toSorted((a, b) =>
      a.on.localeCompare(b.on),
    ),
    lastReport: ends.toSorted().at(-1) ?? null,
    href,
  };
}

/** The day of the largest promise within a year. */
function findLargest({ contributions }: Subject['totals'], start: string, end: string): string | undefined {
  const made = contributions.flatMap(({ count, quantity }) => {
    const on = count.statedOn?.date;
    return count.__typename === 'Commitment' && on && on >= start && on < end
      ? [{ on, size: quantity.high }]
      : [];
  });
  return made.toSorted((a, b) => b.size - a.size)[0]?.on;
}
