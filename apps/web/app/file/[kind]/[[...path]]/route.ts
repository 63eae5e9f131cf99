import { type FileKind, fileAddress, fileKinds, pageOfFile } from '@/files/address.ts';
import { refuse, requireView } from '@/files/answer.ts';
import { writePng } from '@/files/png.ts';
import { addPngText } from '@/files/png-text.ts';
import { findProvenance, type Provenance } from '@/files/provenance.ts';
import { writeCard, writeSvg } from '@/files/svg.tsx';
import { describeView, writeViewCsv, writeViewJson, writeViewMetadata } from '@/files/tables.ts';
import type { ViewFile } from '@/files/view-file.ts';

type Body = string | Uint8Array<ArrayBuffer>;

const types: Record<FileKind, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  'metadata.json': 'application/json; charset=utf-8',
};

/** A page's view as a file: `/countries/SLB.csv` comes here as `/file/csv/countries/SLB` (next.config.ts). */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string; path?: string[] }> },
): Promise<Response> {
  const { kind, path = [] } = await params;
  if (!isKind(kind)) return refuse(404, `There is no file of the kind ${kind}.`);
  const { searchParams } = new URL(request.url);
  const isCard = searchParams.get('size') === 'card';
  const page = pageOfFile(`/${path.join('/')}`);
  const view = await requireView(page, searchParams);
  if (view instanceof Response) return view;
  if (!view.draw && (kind === 'svg' || kind === 'png'))
    return refuse(404, `${view.page} has no chart; ${fileAddress(view.page, 'csv')} is its table.`);
  const provenance = await findProvenance(view);
  return new Response(await write(kind, view, provenance, isCard), {
    headers: {
      'content-type': types[kind],
      'content-disposition': `inline; filename="${nameFile(view, provenance, kind)}"`,
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=0, must-revalidate',
    },
  });
}

async function write(kind: FileKind, view: ViewFile, provenance: Provenance, isCard: boolean): Promise<Body> {
  switch (kind) {
    case 'svg':
      return (await writeSvg(view, provenance)).svg;
    case 'png': {
      const picture = isCard ? await writeCard(view, provenance) : await writeSvg(view, provenance);
      return addPngText(await writePng(picture, isCard ? 1 : 2), {
        Title: view.title,
        Description: view.summary,
        Source: provenance.permalink,
        Copyright: `${provenance.citation} ${provenance.licence}`,
        Comment: JSON.stringify(describeView(view, provenance)),
      });
    }
    case 'csv':
      return writeViewCsv(view, provenance);
    case 'json':
      return writeViewJson(view, provenance);
    case 'metadata.json':
      return writeViewMetadata(view, provenance);
  }
}

/** "muster-countries-SLB-r1-known-2026-11-23.csv". */
function nameFile(view: ViewFile, { revision }: Provenance, kind: FileKind): string {
  const path = fileAddress(view.page, kind).split('?')[0] ?? '';
  const name = path.slice(1, -kind.length - 1).replace(/[^\w-]+/g, '-');
  return `muster-${name}-r${revision ?? 0}-known-${view.knownOn}.${kind}`;
}

function isKind(kind: string): kind is FileKind {
  return (fileKinds as readonly string[]).includes(kind);
}
