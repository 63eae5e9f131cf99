import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { places } from '@/ui/places.ts';
import { SiteHeader } from '@/ui/site-header.tsx';

const address = vi.hoisted(() => ({ path: '/', search: '' }));
vi.mock('next/navigation', () => ({
  usePathname: () => address.path,
  useSearchParams: () => new URLSearchParams(address.search),
}));

function render(path: string, search = ''): string {
  Object.assign(address, { path, search });
  return renderToStaticMarkup(<SiteHeader />);
}
const currentOf = (html: string) =>
  [...html.matchAll(/<a (?=[^>]*aria-current="(\w+)")[^>]*href="([^"]+)"/g)].map(
    ([, current, href]) => `${href} ${current}`,
  );

test('every place is in the line and in the menu, once each', () => {
  const html = render('/');
  const [line = '', menu = ''] = html.split('<details');
  for (const [href, name] of places.flatMap(({ pages }) => [...pages])) {
    const link = `href="${href}"`;
    // The brand leads to the overview, too.
    expect([name, line.split(link).length - 1]).toEqual([name, href === '/' ? 2 : 1]);
    expect([name, menu.split(link).length - 1]).toEqual([name, 1]);
  }
});

test('the reader’s place is marked, as the page or as what holds it', () => {
  expect(currentOf(render('/events'))).toEqual(['/events page', '/events page']);
  expect(currentOf(render('/events/cn-lianyungang-forum-2024'))).toEqual(['/events true', '/events true']);
  expect(currentOf(render('/'))).toEqual(['/ page', '/ page']);
  expect(currentOf(render('/search'))).toEqual([]);
});

test('links keep the day of knowledge', () => {
  const html = render('/events', 'known=2024-09-09&kind=FORUM');
  expect(html).toContain('href="/map?known=2024-09-09"');
  expect(html).not.toContain('kind=FORUM');
});
