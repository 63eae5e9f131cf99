import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { NewsTable } from '@/features/changes/news-table.tsx';
import { groupByYear, readSince, toNewsOfCount, toNewsOfEvent } from '@/features/changes/since.ts';
import type { ThenAndNow } from '@/features/changes/since-queries.ts';
import { ThenAndNowTable } from '@/features/changes/then-and-now.tsx';
import { defaultView } from '@/features/overview/view.ts';
import type { NewCountFragment } from '@/generated/graphql.ts';

const today = '2026-11-25';

test.each([
  ['2022-12-31', { since: '2022-12-31', refused: null }],
  [undefined, { since: null, refused: null }],
  ['', { since: null, refused: null }],
  [today, { since: null, refused: today }],
  ['2022-13-01', { since: null, refused: '2022-13-01' }],
  ['x'.repeat(100), { since: null, refused: 'x'.repeat(60) }],
])('since=%s', (since, read) => {
  expect(readSince({ since }, today)).toEqual(read);
});

const pledge: NewCountFragment = {
  __typename: 'Commitment',
  slug: 'cn-lianyungang-2024-3000',
  title: 'Train 3,000',
  knownOn: '2024-09-09',
  statedOn: { date: '2024-09-09', precision: 'DAY' },
  unit: 'PEOPLE',
  rate: null,
  quantity: { low: 3000, high: 3000 },
  claims: [{ low: 3000, high: 3000, qualifier: 'ABOUT', rank: 'NORMAL' }],
};
const report: NewCountFragment = {
  ...pledge,
  __typename: 'ReportedTotal',
  slug: 'cn-slb-2024-12-fujian',
  title: 'Seminar in Fujian',
  knownOn: '2024-12-31',
  statedOn: { date: '2024-12-01', precision: 'MONTH' },
  quantity: null,
};
const forum = toNewsOfEvent({
  __typename: 'Event',
  slug: 'cn-lianyungang-forum-2023',
  title: 'Forum',
  kind: 'FORUM',
  knownOn: '2023-09-20',
  statedOn: null,
});

test('each record leads to its page with its number and kind; null is not zero', () => {
  const news = [toNewsOfCount(report), toNewsOfCount(pledge), forum];
  expect(news.map(({ path, kind, number }) => [path, kind, number])).toEqual([
    ['/reported/cn-slb-2024-12-fujian', 'Reported total', 'no number stated'],
    ['/commitments/cn-lianyungang-2024-3000', 'Commitment', 'about 3,000 people'],
    ['/events/cn-lianyungang-forum-2023', 'Forum', null],
  ]);
  expect(groupByYear(news).map(({ year, news }) => [year, news.length])).toEqual([
    ['2024', 2],
    ['2023', 1],
  ]);
  const table = renderToStaticMarkup(<NewsTable year="2024" news={news} />);
  expect(table).toContain('href="/reported/cn-slb-2024-12-fujian"');
  expect(table).toContain('<time dateTime="2024-12-31">31 December 2024</time><small>stated December 2024');
  // Said and known on one day: told once.
  expect(table).toContain('<time dateTime="2024-09-09">9 September 2024</time></div>');
  expect(table).toContain('no source dates it');
});

test('then and now stand side by side, each range leading to the view that prints it', () => {
  const range = (low: number, high: number) => ({ low, high });
  const totals = {
    past: {
      view: { ...defaultView, known: '2022-12-31' },
      pledged: range(23500, 28500),
      due: range(20134, 25147),
      reported: range(751, 755),
    },
    now: {
      view: defaultView,
      pledged: range(27000, 37500),
      due: range(25865, 35678),
      reported: range(7121, 7150),
    },
    provider: 'China',
  } as unknown as ThenAndNow;
  const table = renderToStaticMarkup(<ThenAndNowTable totals={totals} since="2022-12-31" today={today} />);
  expect(table).toContain('As known on 31 December 2022');
  expect(table).toContain('<a class="commit nowrap" href="/?known=2022-12-31">23,500–28,500</a>');
  expect(table).toContain('<a class="report nowrap" href="/">7,121–7,150</a>');
  expect(table).toContain('by China, 2015–2028');
});
