import { expect, test } from 'vitest';
import { daysOf, filterOf } from '@/features/overview/find-overview.ts';
import { defaultView, isWordy, parseView, type View, viewPath } from '@/features/overview/view.ts';

const today = '2026-11-23';
const read = (search: string) => parseView(Object.fromEntries(new URLSearchParams(search)), today);

test('the default view has an empty address', () => {
  expect(read('')).toEqual({ view: defaultView, issues: [] });
  expect(viewPath(defaultView)).toBe('/');
});

const choices = {
  provider: ['china', null, 'united-states'],
  audience: ['police-and-security', 'police', 'military', 'all'],
  recipients: [null, 'SLB', 'western-africa'],
  program: [null, 'lianyungang-forum'],
  from: [2015, 2000],
  to: [2028, 2030],
  known: [null, '2024-09-09'],
  schedule: ['EVEN', 'AT_START', 'AT_END'],
  placesAsPeople: [true, false],
} satisfies { [Name in keyof View]: View[Name][] };

test('every view survives its address', () => {
  let views: Partial<View>[] = [{}];
  for (const [name, values] of Object.entries(choices)) {
    views = views.flatMap((view) => values.map((value) => ({ ...view, [name]: value })));
  }
  expect(views).toHaveLength(3 * 4 * 3 * 2 * 2 * 2 * 2 * 3 * 2);
  for (const view of views as View[]) {
    const { search } = new URL(viewPath(view), 'http://localhost');
    expect(read(search)).toEqual({ view, issues: [] });
  }
});

test.each([
  ['from=20x5', 'From'],
  ['to=99999', 'To'],
  ['known=2024-02-30', 'As known on'],
  ['known=2999-01-01', 'As known on'],
  ['known=yesterday', 'As known on'],
  ['schedule=toString', 'Falling due'],
  ['audience=constructor', 'Audience'],
  ['places=many', 'Places'],
  ['recipients=%3Cscript%3E', 'Recipients'],
  ['provider=../../etc', 'Provider'],
])('%s gives a notice that names the field and the value', (search, field) => {
  const { view, issues } = read(search);
  expect(view).toEqual(defaultView);
  expect(issues).toHaveLength(1);
  expect(issues[0]?.field).toBe(field);
  expect(issues[0]?.message).toContain([...new URLSearchParams(search).values()][0]);
});

test('years the wrong way round are turned, and said', () => {
  const { view, issues } = read('from=2025&to=2020');
  expect([view.from, view.to]).toEqual([2020, 2025]);
  expect(issues[0]?.field).toBe('Years');
});

test('a form without script sends more than it must, and is sent on to the short address', () => {
  const params = { provider: 'china', audience: 'military', recipients: '', from: '2015', known: today };
  const { view } = parseView(params, today);
  expect(isWordy(params, view)).toBe(true);
  expect(viewPath(view)).toBe('/?audience=military');
  expect(isWordy({ audience: 'military' }, view)).toBe(false);
});

test('repeated and blank parameters do no harm', () => {
  expect(parseView({ audience: ['military', 'all'], program: ' ' }, today).view).toMatchObject({
    audience: 'military',
    program: null,
  });
});

test('a view becomes days and a filter', () => {
  expect(daysOf(defaultView, today)).toEqual({
    from: '2015-01-01',
    to: '2029-01-01',
    knownOn: today,
    asOf: today,
  });
  expect(daysOf({ ...defaultView, to: 2020 }, today).asOf).toBe('2021-01-01');
  expect(daysOf({ ...defaultView, from: 2015, known: '2010-01-01' }, today).asOf).toBe('2015-01-02');
  expect(filterOf({ ...defaultView, recipients: 'SLB' })).toMatchObject({ country: 'SLB', group: undefined });
  expect(filterOf({ ...defaultView, recipients: 'africa' })).toMatchObject({
    country: undefined,
    group: 'africa',
  });
});
