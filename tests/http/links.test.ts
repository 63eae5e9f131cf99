import { expect, inject, test } from 'vitest';

const origin = inject('origin');

test('every link leads somewhere, and unknown addresses are a real 404', async () => {
  const seen = new Map<string, number>();
  const queue = ['/'];
  const files = new Map<string, number>();
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (seen.has(path)) continue;
    // As a browser asks: GraphQL's address then shows a page.
    const response = await fetch(origin + path, { headers: { accept: 'text/html,*/*;q=0.8' } });
    seen.set(path, response.status);
    if (!response.headers.get('content-type')?.includes('text/html') || response.status !== 200) {
      // A file that nobody reads would be held open, and only so many are sent at once.
      await response.arrayBuffer();
      continue;
    }
    const html = await response.text();
    for (const [, href] of html.matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g)) {
      const next = (href as string).replaceAll('&amp;', '&');
      // Filters and sort orders multiply without end: one address of each query's page is enough.
      if (next.startsWith('//') || (next.includes('?') && seen.has(next.split('?')[0] as string))) continue;
      // Each page is had as files; a few of each kind tell whether they are there.
      const kind = /^\/([^/.?]*)[^?]*\.(svg|png|csv|json|metadata\.json|bib|atom)(?:\?|$)/.exec(next);
      if (kind) {
        const name = `${kind[1]}.${kind[2]}`;
        files.set(name, (files.get(name) ?? 0) + 1);
        if ((files.get(name) ?? 0) > 3) continue;
      }
      if (!seen.has(next)) queue.push(next);
    }
  }
  const dead = [...seen].filter(([, status]) => status >= 400).map(([path, status]) => `${status} ${path}`);
  expect(dead).toEqual([]);
  expect(seen.size).toBeGreaterThan(200);
  for (const path of [
    '/nothing-here',
    '/commitments/nothing-here',
    '/countries/QQQ',
    '/sources/nothing-here',
  ]) {
    expect((await fetch(origin + path)).status).toBe(404);
  }
});
