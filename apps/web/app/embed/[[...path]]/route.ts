import { refuse, requireView } from '@/files/answer.ts';
import { writeEmbed } from '@/files/embed.tsx';
import { findProvenance } from '@/files/provenance.ts';

// Nothing of who may frame it: anybody may, a page on disk too.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page's chart for a frame on another site: `/embed/countries/SLB?known=2024-09-09&theme=light`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path?: string[] }> },
): Promise<Response> {
  const { path = [] } = await params;
  const { searchParams } = new URL(request.url);
  const theme = searchParams.get('theme');
  if (theme !== null && theme !== 'light' && theme !== 'dark')
    return refuse(400, 'theme: write light or dark, or leave it out to follow the reader.');
  const view = await requireView(`/${path.join('/')}`, searchParams);
  if (view instanceof Response) return view;
  if (!view.draw) return refuse(404, `${view.page} has no chart to show elsewhere.`);
  const body = await writeEmbed(view, await findProvenance(view), theme);
  return new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=0, must-revalidate',
    },
  });
}
