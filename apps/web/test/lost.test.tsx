import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { ApiError } from '@/api/error.ts';
import { findNearList, readWords } from '@/ui/address-words.ts';
import { ErrorNotice } from '@/ui/error-notice.tsx';
import { NearPages } from '@/ui/near-pages.tsx';

const address = vi.hoisted(() => ({ path: '/', search: '' }));
vi.mock('next/navigation', () => ({
  usePathname: () => address.path,
  useSearchParams: () => new URLSearchParams(address.search),
}));

test.each([
  ['/commitments/cn-focac-2024-9999', 'cn focac 2024 9999'],
  ['/countries/QQQ.csv', 'QQQ'],
  ['/c%C3%B4te-d%E2%80%99ivoire/', 'côte d ivoire'],
  ['/%E0%A4%A', 'E0 A4 A'],
  ['/', ''],
  ['/a-b-c-d-e-f-g-h', 'a b c d e f'],
])('of %s the words are “%s”', (path, words) => {
  expect(readWords(path)).toBe(words);
});

test('the near list is that of the record’s kind', () => {
  expect(findNearList('/reported/nothing')).toEqual({ path: '/reported', name: 'reported totals' });
  expect(findNearList('/Countries/xx')).toEqual({ path: '/countries', name: 'countries' });
  expect(findNearList('/commitments')).toBeNull();
  expect(findNearList('/nothing/here')).toBeNull();
});

test('a missing page searches for its own words, in the record of the same day', () => {
  address.path = '/events/forum-2031';
  address.search = 'known=2024-09-09';
  const html = renderToStaticMarkup(<NearPages />);
  expect(html).toContain('action="/search"');
  expect(html).toContain('value="forum 2031"');
  expect(html).toContain('<input type="hidden" name="known" value="2024-09-09"/>');
  expect(html).toContain('<a href="/events?known=2024-09-09">All events</a>');
});

test('an error page gives the request to quote where there is one', () => {
  const id = '76012d4b-3104-42fc-845f-193923c1088f';
  const { digest } = new ApiError('no', 'X', id);
  const render = (mark?: string) => renderToStaticMarkup(<ErrorNotice digest={mark} retry={() => {}} />);
  expect(render(digest)).toContain(`quote this request when you report it: <code>${id}</code>`);
  expect(render('12345')).toContain('quote this when you report it: <code>12345</code>');
  expect(new ApiError('no', 'X', null)).not.toHaveProperty('digest', expect.anything());
  expect(render()).not.toContain('quote');
});
