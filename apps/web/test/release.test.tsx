import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepRelease } from '@/api/release.ts';
import { readToday } from '@/api/today.ts';
import { formatBytes } from '@/features/release/bytes.ts';
import { listFrames, writeFrame } from '@/files/frames.ts';
import type { TypedDocumentString } from '@/generated/graphql.ts';
import { withRelease } from '@/text/release.ts';
import { FilterBar } from '@/ui/filters.tsx';
import { KnownLink } from '@/ui/known-link.tsx';
import { Link } from '@/ui/link.tsx';
import { LiveLink } from '@/ui/live-link.tsx';

const address = vi.hoisted(() => ({ path: '/countries', search: '' }));
vi.mock('next/navigation', () => ({
  usePathname: () => address.path,
  useSearchParams: () => new URLSearchParams(address.search),
}));

const request = vi.hoisted(() => ({ headers: {} as Record<string, string> }));
vi.mock('next/headers', () => ({ headers: async () => new Headers(request.headers) }));

const released = { 'x-muster-release': '2026-11-25-2', 'x-muster-release-day': '2026-11-25' };

beforeEach(() => {
  address.search = '';
  request.headers = {};
});
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['/countries', '/countries?release=first'],
  ['/countries?known=2024-09-09', '/countries?known=2024-09-09&release=first'],
  [
    '/countries?release=other&known=2024-09-09#promises',
    '/countries?known=2024-09-09&release=first#promises',
  ],
  ['/countries/SLB.csv', '/countries/SLB.csv?release=first'],
  ['?page=2', '?page=2&release=first'],
  ['/admin/commitments', '/admin/commitments'],
  ['/data/releases/first', '/data/releases/first'],
  ['/data', '/data?release=first'],
  ['/administration', '/administration?release=first'],
  ['https://example.org/a', 'https://example.org/a'],
  ['//example.org/a', '//example.org/a'],
  ['#promises', '#promises'],
])('%s within a release is %s', (path, expected) => {
  expect(withRelease(path, 'first')).toBe(expected);
  expect(withRelease(expected, 'first')).toBe(expected);
  expect(withRelease(path, null)).toBe(path);
});

test('a name is written so that it can end no parameter', () => {
  expect(withRelease('/', 'a&b=c#d')).toBe('/?release=a%26b%3Dc%23d');
});

test('links and forms stay in the release of the address; elsewhere they name none', () => {
  const page = (
    <>
      <Link href="/countries/SLB#sources">a</Link>
      <KnownLink href="/programs">b</KnownLink>
      <Link href="/admin">c</Link>
      <FilterBar action="/countries">d</FilterBar>
    </>
  );
  expect(renderToStaticMarkup(page)).not.toContain('release');
  address.search = 'known=2024-09-09&release=first';
  const markup = renderToStaticMarkup(page);
  expect([...markup.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/countries/SLB?release=first#sources',
    '/programs?known=2024-09-09&amp;release=first',
    '/admin',
  ]);
  expect(markup).toContain('<input type="hidden" name="release" value="first"/>');
});

test('one link leads out of the release, to the same page and day', () => {
  address.search = 'known=2024-09-09&release=first';
  expect(renderToStaticMarkup(<LiveLink>today</LiveLink>)).toBe(
    '<a href="/countries?known=2024-09-09">today</a>',
  );
});

test('on the server the release and its day are those that the API in front tells', async () => {
  expect(await keepRelease('/countries')).toBe('/countries');
  expect(await readToday()).toBe(new Date().toISOString().slice(0, 10));
  request.headers = released;
  expect(await keepRelease('/countries')).toBe('/countries?release=2026-11-25-2');
  expect(await readToday()).toBe('2026-11-25');
});

test('the API is asked at the release', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json({ data: {} });
  });
  const { query, queryAtRelease } = await import('@/api/query.ts');
  const document = { toString: () => '{ dataset { revision } }' } as TypedDocumentString<
    object,
    Record<string, never>
  >;
  await query(document);
  request.headers = released;
  await query(document);
  await queryAtRelease('first', document);
  expect(asked.map((url) => new URL(url).searchParams.get('release'))).toEqual([
    null,
    '2026-11-25-2',
    'first',
  ]);
});

test('the browser asks at the release of its address, but for editors’ pages', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return Response.json({ data: {} });
  });
  const { queryFromBrowser } = await import('@/api/query-browser.ts');
  for (const [pathname, search] of [
    ['/', ''],
    ['/', '?known=2024-09-09&release=first'],
    ['/admin/commitments', '?release=first'],
  ]) {
    vi.stubGlobal('window', { location: { pathname, search } });
    await queryFromBrowser('{ dataset { revision } }', {});
  }
  expect(asked).toEqual(['/graphql', '/graphql?release=first', '/graphql']);
});

test('a view can be shown elsewhere live, frozen to the newest release, or as the release that is read', () => {
  const [older, newer] = [
    { name: 'first', knownOn: '2025-01-31' },
    { name: '2026-11-25', knownOn: '2026-11-25' },
  ];
  const page = '/countries/SLB?audience=all';
  const addresses = (asked: Parameters<typeof listFrames>[1]) =>
    listFrames(page, asked).map(({ address }) => address);
  expect(addresses({ release: null, releases: [] })).toEqual(['/embed/countries/SLB?audience=all']);
  expect(addresses({ release: null, releases: [newer, older] })).toEqual([
    '/embed/countries/SLB?audience=all',
    '/embed/countries/SLB?audience=all&release=2026-11-25',
  ]);
  expect(listFrames(page, { release: older, releases: [older] })).toEqual([
    {
      address: '/embed/countries/SLB?audience=all&release=first',
      label: 'Lines for another site',
      words: 'It is frozen: it shows the release of 31 January 2025, whatever is corrected later.',
    },
  ]);
  expect(writeFrame('https://a.example/?b=1&c=2', 'A "view" <of> it')).toMatch(
    /^<iframe src="https:\/\/a\.example\/\?b=1&amp;c=2" title="A &quot;view&quot; &lt;of> it" /,
  );
});

test.each([
  [812, '812 B'],
  [16_640, '16.6 kB'],
  [2_049_000, '2.0 MB'],
])('%d bytes are told as %s', (bytes, words) => expect(formatBytes(bytes)).toBe(words));
