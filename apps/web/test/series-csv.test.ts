import { expect, test } from 'vitest';
import type { Overview } from '@/features/overview/find-overview.ts';
import { writeSeriesCsv } from '@/features/overview/series-csv.ts';
import { defaultView } from '@/features/overview/view.ts';

const range = (low: number, high: number) => ({ low, high });
const point = (start: string, end: string) => ({
  start,
  end,
  pledged: range(5000, 9000),
  cumulativeDue: range(100, 200),
  cumulativeReported: range(2700, 2700),
});

test('the chart as CSV: one row a bucket, each with what it was computed under', () => {
  const overview = {
    series: { points: [point('2026-10-01', '2026-11-01'), point('2027-01-01', '2027-02-01')], reports: [] },
  } as unknown as Overview;
  const csv = writeSeriesCsv({
    overview,
    view: { ...defaultView, recipients: 'SLB' },
    days: { from: '2015-01-01', to: '2029-01-01', knownOn: '2026-11-23', asOf: '2026-11-23' },
    citation: 'Muster, "revision 1"',
    licence: 'CC-BY-4.0',
  });
  const [header, past, future, end] = csv.split('\r\n');
  expect(header).toBe(
    'start,end,pledged_low,pledged_high,due_low,due_high,reported_low,reported_high,known_on,schedule,places_as_people,filter,licence,citation',
  );
  const fixed =
    '2026-11-23,EVEN,true,provider=china audience=police-and-security recipients=SLB,CC-BY-4.0,"Muster, ""revision 1"""';
  expect(past).toBe(`2026-10-01,2026-11-01,5000,9000,100,200,2700,2700,${fixed}`);
  // What is not yet known is empty, not zero.
  expect(future).toBe(`2027-01-01,2027-02-01,5000,9000,100,200,,,${fixed}`);
  expect(end).toBe('');
});
