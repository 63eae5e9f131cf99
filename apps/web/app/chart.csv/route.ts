import { findDataset } from '@/api/dataset.ts';
import { daysOf, findOverview } from '@/features/overview/find-overview.ts';
import { writeSeriesCsv } from '@/features/overview/series-csv.ts';
import { parseView } from '@/features/overview/view.ts';

/** The table behind the overview's chart, for the same parameters as the page. */
export async function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const today = new Date().toISOString().slice(0, 10);
  const { view, issues } = parseView(params, today);
  if (issues.length > 0) {
    const text = issues.map(({ field, message }) => `${field}: ${message}\n`).join('');
    return new Response(text, { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  const days = daysOf(view, today);
  const [overview, dataset] = await Promise.all([findOverview(view, days), findDataset()]);
  const body = writeSeriesCsv({
    overview,
    view,
    days,
    citation: dataset?.citation ?? '',
    licence: dataset?.licence.id ?? '',
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="muster-chart-r${dataset?.revision ?? 0}-known-${days.knownOn}.csv"`,
    },
  });
}
