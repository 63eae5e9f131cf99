import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { keepParams, readPastDay, sumSince, writeSince } from '@/text/index.ts';
import { KnownControl } from '@/ui/known-control.tsx';

const address = vi.hoisted(() => ({ path: '', search: '' }));
vi.mock('next/navigation', () => ({
  usePathname: () => address.path,
  useSearchParams: () => new URLSearchParams(address.search),
}));

function draw(path: string, search = '') {
  Object.assign(address, { path, search });
  return renderToStaticMarkup(<KnownControl today="2026-11-25" />);
}

test('a plain form asks any page for a day up to today, and keeps what else the page is asked', () => {
  const form = draw('/commitments', 'provider=china&sort=title&known=2022-12-31&after=abc');
  expect(form).toMatch(/^<form [^>]*action="\/commitments"/);
  expect(form).toContain('min="1900-01-01" max="2026-11-25"');
  expect(form).toContain('name="known" value="2022-12-31"');
  expect(form).toContain('<input type="hidden" name="provider" value="china"/>');
  expect(form).toContain('<input type="hidden" name="sort" value="title"/>');
  // A place in the list of one day is none in that of another.
  expect(form).not.toContain('abc');
  expect(form.match(/name="known"/g)).toHaveLength(1);
});

test.each([
  ['', '2026-11-25'],
  ['known=garbage', '2026-11-25'],
  ['known=2027-01-01', '2026-11-25'],
])('with "%s" it offers %s', (search, day) => {
  expect(draw('/countries/KEN', search)).toContain(`name="known" value="${day}"`);
});

test('the overview has its own, editors need none, and pages that no day changes say so', () => {
  expect(draw('/')).toBe('');
  expect(draw('/admin/commitments/new')).toBe('');
  expect(draw('/administration')).not.toBe('');
  expect(draw('/methodology', 'known=2022-12-31')).toContain('the same on every day');
  expect(draw('/methodology')).not.toContain('the same on every day');
  expect(draw('/sources', 'known=2022-12-31')).not.toContain('the same on every day');
});

test('what became known since, in words', () => {
  expect(writeSince({ commitments: 1, reportedTotals: 1200, events: 3 })).toBe(
    'Since then 1 commitment, 1,200 reported totals and 3 events became known',
  );
  expect(writeSince({ commitments: 0, reportedTotals: 0, events: 1 })).toBe(
    'Since then 1 event became known',
  );
  const none = { commitments: 0, reportedTotals: 0, events: 0 };
  expect(writeSince(none)).toBe('Since then nothing more became known');
  expect([sumSince(none), sumSince({ commitments: 1, reportedTotals: 2, events: 3 })]).toEqual([0, 6]);
});

test('a past day is a day of the calendar before today', () => {
  expect(readPastDay('2022-12-31', '2026-11-25')).toBe('2022-12-31');
  for (const day of ['2026-11-25', '2030-01-01', '2022-02-30', '1899-12-31', 'yesterday', ''])
    expect(readPastDay(day, '2026-11-25')).toBeNull();
  expect(
    keepParams([
      ['known', 'x'],
      ['q', 'a'],
      ['q', 'b'],
      ['empty', ''],
    ]),
  ).toEqual([
    ['q', 'a'],
    ['q', 'b'],
  ]);
});
