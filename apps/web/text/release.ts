/** What is of the site but not of a release: editors' pages, sign-in, the contract, and the releases themselves. */
const LIVE = /^\/(admin|api|data\/releases|schema\.graphql|_next)(\/|$)/;

/** The address within a release: "/countries?known=2024-09-09" → "/countries?known=2024-09-09&release=2026-11-25". Foreign and live ones stay. */
export function withRelease(address: string, release: string | null | undefined): string {
  if (!release || !/^[/?]/.test(address) || address.startsWith('//')) return address;
  const [whole = '', fragment] = split(address, '#');
  const [path = '', search = ''] = split(whole, '?');
  if (LIVE.test(path)) return address;
  const params = search.split('&').filter((pair) => pair && !pair.startsWith('release='));
  params.push(`release=${encodeURIComponent(release)}`);
  return `${path}?${params.join('&')}${fragment === undefined ? '' : `#${fragment}`}`;
}

function split(text: string, mark: string): [before: string, after?: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
