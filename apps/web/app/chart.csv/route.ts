import { findDataset } from '@/api/dataset.ts';
import { loadOverview } from '@/features/overview/find-overview.ts';
import { writeSeriesCsv } from '@/features/overview/series-csv.ts';
import { parseView } from '@/features/overview/view.ts';

/** The table behind the overview's chart, for the same parameters as the page. */
export async function GET(request: Request): Promise<Response> {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const today = new Date().toISOString().slice(0, 10);
  const { view: asked, issues } = parseView(params, today);
  const [{ view, days, overview, issues: unknown }, dataset] = await Promise.all([
    loadOverview(asked, today),
    findDataset(),
  ]);
  const refused = [...issues, ...unknown];
  if (refused.length > 0) {
    const text = refused.map(({ field, message }) => `${field}: ${message}\n`).join('');
    return new Response(text, { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
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
