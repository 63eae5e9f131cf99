import { places } from './places.ts';

/** Folders whose pages are records, with their lists. */
const folders = ['/countries', '/programs', '/providers', '/commitments', '/reported', '/events', '/sources'];

/** The words of the last part of a path, to search for: "/commitments/cn-focac-2024" → "cn focac 2024". */
export function readWords(path: string): string {
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return decode(last)
    .replace(/\.\w+$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 6)
    .join(' ')
    .slice(0, 100);
}

/** The list in which the page of a path would stand; null where its folder is none of the record's. */
export function findNearList(path: string): { path: string; name: string } | null {
  const folder = folders.find((start) => path.toLowerCase().startsWith(`${start}/`));
  const page = places.flatMap(({ pages }) => [...pages]).find(([href]) => href === folder);
  return page
    ? { path: page[0], name: page[0] === '/reported' ? 'reported totals' : page[1].toLowerCase() }
    : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
