import { setTimeout } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';

const origin = inject('origin');
const AT_ONCE = 4;

/** Addresses that an answer links to; as a browser asks, GraphQL's address shows a page. */
async function visit(path: string): Promise<{ status: number; links: string[] }> {
  let response = await fetch(origin + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
  // Only so many files are sent at once; whoever comes then is told when to come again.
  while (response.status === 503 && response.headers.has('retry-after')) {
    await response.arrayBuffer();
    await setTimeout(2_000);
    response = await fetch(origin + path);
  }
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
  const counts = new Map<string, number>();
  const queue = ['/'];
  const count = (name: string) => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts.get(name) ?? 0;
  };
  const isNew = (link: string) => {
    if (seen.has(link) || queue.includes(link)) return false;
    const [path = '', query] = link.split('?');
    const section = path.split('/')[1] ?? '';
    // Filters and sort orders multiply without end, and each page is had as files: some of each kind tell.
    const [ending] = /\.(svg|png|csv|json|metadata\.json|bib|atom)$/.exec(path) ?? [];
    if (ending) return count(`${section.split('.')[0]}${ending}`) <= 2;
    if (query !== undefined) return count(`${section}?`) <= 6;
    // Pages of one kind are made alike.
    return count(section) <= 40;
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
  expect(seen.size).toBeGreaterThan(150);
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
