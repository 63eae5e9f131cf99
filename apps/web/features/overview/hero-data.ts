import type { HeroData, HeroMoment, HeroPoint } from '@/charts/hero/props.ts';
import { labelAsOf } from '@/features/years/chart-data.ts';
import { daysBetween, formatMonth, formatShortDate, unitWords } from '@/text/index.ts';
import type { Days, Overview } from './find-overview.ts';
import type { Contribution } from './queries.ts';
import { sayRange } from './sentences.ts';

const nothing = { low: 0, high: 0 };
const nbsp = '\u00a0';

/** The overview's answer as what the chart draws. */
export function makeHeroData({ series, totals, events }: Overview, days: Days): HeroData {
  const { from, to, asOf } = days;
  const made = totals.contributions.flatMap(({ count, quantity }) =>
    count.__typename === 'Commitment' && count.statedOn
      ? [{ on: count.statedOn.date, size: quantity.high }]
      : [],
  );
  const points: HeroPoint[] = series.points.map((point) => ({
    on: point.end,
    pledgedOn: made
      .filter(({ on }) => on >= point.start && on < point.end)
      .toSorted((a, b) => b.size - a.size)[0]?.on,
    pledged: point.pledged,
    due: point.cumulativeDue,
    reported: point.cumulativeReported,
  }));
  // The day of knowledge falls within a bucket; the totals know its exact amounts.
  const exact = { on: asOf, pledged: totals.pledged, due: totals.due, reported: totals.reported };
  const start = { on: from, pledged: nothing, due: nothing, reported: nothing };
  return {
    from,
    to,
    asOf,
    asOfLabel: asOf < days.knownOn ? '' : labelAsOf(days.knownOn),
    points: [start, ...points.filter(({ on }) => on !== asOf), exact].toSorted((a, b) =>
      a.on.localeCompare(b.on),
    ),
    reports: series.reports.map(({ count, on, cumulativeReported }) => ({
      id: count.slug,
      on,
      reported: cumulativeReported,
    })),
    moments: listMoments(totals.contributions, events.nodes, days),
  };
}

/** Forums and summits as ticks, and the promises large enough to be seen in the picture. */
function listMoments(
  contributions: Contribution[],
  events: Overview['events']['nodes'],
  { from, to }: Days,
): HeroMoment[] {
  const promises = contributions.filter(({ count }) => count.__typename === 'Commitment' && count.statedOn);
  const most = Math.max(0, ...promises.map(({ quantity }) => quantity.high));
  const moments = promises
    .filter(
      ({ quantity, count }) => quantity.high >= most / 25 && count.statedOn && count.statedOn.date >= from,
    )
    .map(({ count, quantity }): HeroMoment => {
      const on = count.statedOn?.date ?? '';
      return {
        id: count.slug,
        on,
        label: count.program?.name ?? 'Promise',
        detail: `${sayRange(quantity)} ${unitWords[count.unit]}, ${formatMonth(on).replace(' ', nbsp)}`,
        weight: quantity.high,
      };
    });
  const gatherings = events.flatMap(({ slug, title, startsOn }): HeroMoment[] =>
    startsOn && !moments.some(({ on }) => Math.abs(daysBetween(on, startsOn.date)) < 5)
      ? [{ id: slug, on: startsOn.date, label: title, detail: formatShortDate(startsOn), weight: 0 }]
      : [],
  );
  return [...moments, ...gatherings].filter(({ on }) => on >= from && on < to);
}
