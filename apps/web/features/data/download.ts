/** A file on its way. */
export interface Download {
  name: string;
  /** So far. */
  bytes: number;
  /** Of the whole file; null where the server does not tell. */
  rows: number | null;
}

export interface FetchedFile extends Download {
  content: Blob;
}

const TOLD_EVERY_MS = 200;

/** Fetches what a link leads to, telling how far it is. Throws an Error in words for readers. */
export async function fetchFile(
  link: HTMLAnchorElement,
  signal: AbortSignal,
  onProgress: (download: Download) => void,
): Promise<FetchedFile> {
  const fallback = link.dataset.download ?? 'data';
  onProgress({ name: fallback, bytes: 0, rows: null });
  const response = await fetch(link.href, { signal });
  if (!response.ok || !response.body) throw new Error(await readRefusal(response));
  const download = {
    name: readName(response) ?? fallback,
    bytes: 0,
    rows: Number(response.headers.get('x-total-count') ?? Number.NaN),
  };
  const told = () => ({ ...download, rows: Number.isNaN(download.rows) ? null : download.rows });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let toldAt = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    download.bytes += value.length;
    if (performance.now() - toldAt < TOLD_EVERY_MS) continue;
    toldAt = performance.now();
    onProgress(told());
  }
  return { ...told(), content: new Blob(parts, { type: response.headers.get('content-type') ?? '' }) };
}

/** Hands a file to the browser to be kept. */
export function saveFile({ name, content }: FetchedFile): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // Not at once: some browsers begin to read after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function readName(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
}

async function readRefusal(response: Response): Promise<string> {
  const answer = await response.json().catch(() => null);
  return (
    answer?.errors?.[0]?.message ?? `The file could not be fetched (${response.status}). Try again later.`
  );
}
