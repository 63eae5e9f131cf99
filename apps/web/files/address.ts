/** Kinds of files in which a view can be had. The first two only where it has a chart. */
export const fileKinds = ['svg', 'png', 'csv', 'json', 'metadata.json'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Address of a view as a file: "/countries/SLB?known=2024-09-09" → "/countries/SLB.csv?known=2024-09-09"; the overview's is "/chart.csv". */
export function fileAddress(page: string, kind: FileKind): string {
  const { path, search } = splitAddress(page);
  return `${path === '/' ? '/chart' : path}.${kind}${search}`;
}

/** Address of a view to be shown in a frame on another site. */
export function embedAddress(page: string): string {
  const { path, search } = splitAddress(page);
  return `/embed${path === '/' ? '' : path}${search}`;
}

/** Address of the picture shown where a link to the page is shared: 1200 × 630. */
export function cardAddress(page: string): string {
  const { path, search } = splitAddress(page);
  return `${path === '/' ? '/chart' : path}.png${search}${search ? '&' : '?'}size=card`;
}

/** The page of a file's path, without its kind: "/chart" → "/". */
export function pageOfFile(path: string): string {
  return path === '/chart' ? '/' : path;
}

function splitAddress(page: string): { path: string; search: string } {
  const at = page.indexOf('?');
  return at < 0 ? { path: page, search: '' } : { path: page.slice(0, at), search: page.slice(at) };
}
