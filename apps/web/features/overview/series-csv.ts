import { type CsvValue, writeCsv } from '@/text/csv.ts';
import type { Days, Overview } from './find-overview.ts';
import { toParams, type View } from './view.ts';

interface SeriesCsvInput {
  overview: Overview;
  view: View;
  days: Days;
  citation: string;
  licence: string;
}

const header = [
  'start',
  'end',
  'pledged_low',
  'pledged_high',
  'due_low',
  'due_high',
  'reported_low',
  'reported_high',
  'known_on',
  'schedule',
  'places_as_people',
  'filter',
  'licence',
  'citation',
];

/** The chart's series as CSV: people since its first day and before `end`; reports after the day of knowledge are empty, not zero. */
export function writeSeriesCsv({ overview, view, days, citation, licence }: SeriesCsvInput): string {
  const filter = Object.entries({ ...toParams(view), provider: view.provider, audience: view.audience })
    .filter(([name, value]) => value && ['provider', 'audience', 'recipients', 'program'].includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
  const fixed: CsvValue[] = [days.knownOn, view.schedule, view.placesAsPeople, filter, licence, citation];
  const rows = overview.series.points.map(
    ({ start, end, pledged, cumulativeDue: due, cumulativeReported: reported }) => {
      const isFuture = start >= days.asOf;
      const told = isFuture ? [null, null] : [reported.low, reported.high];
      return [start, end, pledged.low, pledged.high, due.low, due.high, ...told, ...fixed];
    },
  );
  return writeCsv([header, ...rows]);
}
