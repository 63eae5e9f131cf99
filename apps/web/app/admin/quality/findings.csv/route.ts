import { writeFindings } from '@/features/quality/file.ts';
import { readQualityView } from '@/features/quality/view.ts';
import { findViewer } from '@/features/session/viewer.ts';

/** The findings that the page of the same query shows, all pages of them. */
export async function GET(request: Request): Promise<Response> {
  if (!(await findViewer())) {
    return new Response('Please sign in at /admin to have the findings as a file.\n', {
      status: 401,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
    });
  }
  const view = readQualityView(Object.fromEntries(new URL(request.url).searchParams));
  return new Response(await writeFindings(view), {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="muster-findings.csv"',
      'cache-control': 'private, no-store',
    },
  });
}
