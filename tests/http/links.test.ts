import { expect, inject, test } from 'vitest';

const origin = inject('origin');
const AT_ONCE = 4;

/** Addresses that an answer links to; as a browser asks, GraphQL's address shows a page. */
async function visit(path: string): Promise<{ status: number; links: string[] }> {
  const response = await fetch(origin + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
  const { status } = response;
  if (!response.headers.get('content-type')?.includes('text/html') || status !== 200) {
    // A file that nobody reads would be held open, and only so many are sent at once.
    await response.arrayBuffer();
    return { status, links: [] };
  }
  const found = (await response.text()).matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g);
  const links = [...found].map(([, href]) => (href as string).replaceAll('&amp;', '&'));
  return { status, links: links.filter((link) => !link.startsWith('//')) };
}

/** Every address that can be reached from the home page, with its status. */
async function crawl(): Promise<Map<string, number>> {
  const seen = new Map<string, number>();
  const files = new Map<string, number>();
  const queue = ['/'];
  const isNew = (link: string) => {
    // Filters and sort orders multiply without end: one address of each query's page is enough.
    if (
      seen.has(link) ||
      queue.includes(link) ||
      (link.includes('?') && seen.has(link.split('?')[0] as string))
    )
      return false;
    // Each page is had as files; a few of each kind tell whether they are there.
    const kind = /^\/([^/.?]*)[^?]*\.(svg|png|csv|json|metadata\.json|bib|atom)(?:\?|$)/.exec(link);
    if (!kind) return true;
    const name = `${kind[1]}.${kind[2]}`;
    files.set(name, (files.get(name) ?? 0) + 1);
    return (files.get(name) ?? 0) <= 3;
  };
  while (queue.length > 0) {
    const batch = queue.splice(-AT_ONCE);
    for (const path of batch) seen.set(path, 0);
    const visits = await Promise.all(batch.map(visit));
    for (const [index, { status, links }] of visits.entries()) {
      seen.set(batch[index] as string, status);
      for (const link of links) if (isNew(link)) queue.push(link);
    }
  }
  return seen;
}

test('every link leads somewhere', async () => {
  const seen = await crawl();
  const dead = [...seen].filter(([, status]) => status >= 400).map(([path, status]) => `${status} ${path}`);
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(200);
}, 400_000);

test('unknown addresses are a real 404', async () => {
  for (const path of [
    '/nothing-here',
    '/commitments/nothing-here',
    '/countries/QQQ',
    '/sources/nothing-here',
  ]) {
    expect((await fetch(origin + path)).status).toBe(404);
  }
});
