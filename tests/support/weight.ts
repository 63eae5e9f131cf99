import { gzipSync } from 'node:zlib';

/** What a page has the browser fetch before it is whole, in bytes; script and style compressed by gzip. */
export interface Weight {
  script: number;
  style: number;
  /** Typefaces that are fetched whatever the page shows. */
  font: number;
  html: string;
}

interface Asking {
  headers?: HeadersInit;
  /** That the page answers with. */
  status?: number;
}

/** Weighs what the first HTML of a page names. Throws where any of it is not there. */
export async function weighPage(origin: string, path: string, asking: Asking = {}): Promise<Weight> {
  const page = await requireAnswer(origin + path, asking);
  const html = await page.text();
  const weigh = async (addresses: string[], sizeOf: (bytes: Buffer) => number) => {
    const sizes = addresses.map(async (address) =>
      sizeOf(Buffer.from(await (await requireAnswer(origin + address)).arrayBuffer())),
    );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  const compressed = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;
  return {
    script: await weigh(listScripts(html), compressed),
    style: await weigh(find(html, /<link[^>]*\bhref="(\/[^"]+\.css[^"]*)"/g), compressed),
    font: await weigh(
      find(`${page.headers.get('link')} ${html}`, /[<"](\/[^<>"]+\.woff2)[>"]/g),
      ({ length }) => length,
    ),
    html,
  };
}

/** Addresses of the scripts that a page names; what is for browsers without modules is fetched by none that we support. */
export function listScripts(html: string): string[] {
  return find(html, /<script(?![^>]*\bnomodule)[^>]*\bsrc="(\/[^"]+)"/gi);
}

function find(text: string, pattern: RegExp): string[] {
  return [
    ...new Set([...text.matchAll(pattern)].map(([, address = '']) => address.replaceAll('&amp;', '&'))),
  ];
}

async function requireAnswer(
  address: string,
  { headers = {}, status = 200 }: Asking = {},
): Promise<Response> {
  const response = await fetch(address, { headers, redirect: 'manual' });
  if (response.status !== status) throw new Error(`${address} answers ${response.status}`);
  return response;
}
