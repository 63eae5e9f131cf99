import { expect, test } from 'vitest';
import { findUnnamed, listCountries, listShown, splitCounts } from '@/features/map/countries.ts';
import type { MapAnswer } from '@/features/map/queries.ts';
import { describeMap, titleMap, writeHeading, writeShare, writeStop } from '@/features/map/sentences.ts';
import { isWordyMap, mapPath, parseMapView } from '@/features/map/view.ts';

const today = '2026-11-23';
const nobody = { low: 0, high: 0 };
const names = { provider: 'China', recipients: null, program: null };
const parse = (params: Record<string, string>) => parseMapView(params, today);
const { view } = parse({ show: 'reported' });

function exactly(people: number) {
  return { low: people, high: people };
}

function upTo(high: number) {
  return { low: 0, high };
}

// Kenya's own 29, 17 over Angola and Kenya, 2,000 of Africa, of which Egypt is too; 2,700 of nobody named.
const answer: MapAnswer = {
  countries: {
    nodes: [
      { iso3: 'EGY', m49: '818', name: 'Egypt', region: { slug: 'africa', name: 'Africa' } },
      { iso3: 'AGO', m49: '024', name: 'Angola', region: { slug: 'africa', name: 'Africa' } },
      { iso3: 'FRA', m49: '250', name: 'France', region: { slug: 'europe', name: 'Europe' } },
      { iso3: 'KEN', m49: '404', name: 'Kenya', region: { slug: 'africa', name: 'Africa' } },
      { iso3: 'TWN', m49: null, name: 'Taiwan', region: null },
    ],
  },
  breakdown: {
    rows: [
      row('KEN', { low: 29, high: 4746 }, { low: 29, high: 46 }, { low: 29, high: 2046 }, [
        'own',
        'shared',
        'africa',
      ]),
      row('AGO', upTo(4717), upTo(17), upTo(2017), ['shared', 'africa']),
      row('EGY', upTo(4700), nobody, upTo(2000), ['africa']),
      { key: null, pledged: nobody, reported: exactly(2700), counts: ['nobody'], named: null, listed: null },
    ],
    contributions: [
      contribution('own', 29, ['Kenya'], null),
      contribution('shared', 17, ['Angola', 'Kenya'], null),
      contribution('africa', 2000, [], 'Africa'),
      contribution('nobody', 2700, [], null),
    ],
    excluded: [],
  },
};

type Range = ReturnType<typeof upTo>;

function row(key: string, reported: Range, named: Range, listed: Range, counts: string[]) {
  return {
    key,
    pledged: nobody,
    reported,
    counts: [...counts, 'nobody'],
    named: { pledged: nobody, reported: named },
    listed: { pledged: nobody, reported: listed, counts },
  };
}

function contribution(slug: string, people: number, countries: string[], group: string | null) {
  return {
    quantity: exactly(people),
    amount: exactly(people),
    count: {
      __typename: 'ReportedTotal' as const,
      slug,
      title: slug,
      recipientScope: group
        ? ('GROUP' as const)
        : countries.length
          ? ('NAMED' as const)
          : ('UNSPECIFIED' as const),
      recipients: [
        ...countries.map((name) => ({
          country: { iso3: name.slice(0, 3).toUpperCase(), name },
          group: null,
        })),
        ...(group ? [{ country: null, group: { name: group } }] : []),
      ],
      claims: [],
    },
  };
}

test('countries are told apart by how counts reach them, the highest first', () => {
  const countries = listCountries(answer, 'reported');
  expect(countries.map(({ iso3, reach }) => [iso3, reach])).toEqual([
    ['KEN', 'alone'],
    ['AGO', 'shared'],
    ['EGY', 'shared'],
    ['FRA', 'unnamed'],
    ['TWN', 'unnamed'],
  ]);
  expect(countries[0]).toMatchObject({ low: 29, named: 46, listed: 2046, high: 4746 });
  expect(findUnnamed(answer, 'reported')).toEqual(exactly(2700));
  expect(findUnnamed(answer, 'promised')).toBeNull();
  expect(listCountries(answer, 'promised').every(({ reach }) => reach === 'unnamed')).toBe(true);
});

test('a region shows its own countries alone', () => {
  const countries = listCountries(answer, 'reported');
  expect(listShown(countries, view).map(({ iso3 }) => iso3)).toEqual(['KEN', 'AGO', 'EGY']);
  expect(listShown(countries, { ...view, region: 'europe' })).toEqual([]);
});

test('shared counts are told once each, with all of their countries', () => {
  const countries = listCountries(answer, 'reported');
  const { shared, unnamed } = splitCounts(answer, countries, 'reported');
  expect(shared.map((it) => [it.count.slug, it.countries, it.isNamed])).toEqual([
    ['africa', ['KEN', 'AGO', 'EGY'], false],
    ['shared', ['KEN', 'AGO'], true],
  ]);
  expect(shared.map((it) => writeShare(it, 'reported'))).toEqual([
    '2,000 for Africa, 3 countries',
    '17 over 2 countries',
  ]);
  expect(unnamed.map(({ count }) => count.slug)).toEqual(['nobody']);
  expect(splitCounts(answer, countries, 'promised').counts).toEqual([]);
});

test('of a report that lies within the years in part, the part is told', () => {
  const [count] = splitCounts(answer, listCountries(answer, 'reported'), 'reported').shared;
  if (!count) throw new Error('no shared count');
  expect(writeShare({ ...count, amount: { low: 634, high: 635 } }, 'reported')).toBe(
    '634–635 of 2,000 for Africa, 3 countries',
  );
});

test('a stop says what is the country’s own, and what may be', () => {
  const [kenya, , egypt] = listCountries(answer, 'reported');
  if (!kenya || !egypt) throw new Error('no countries');
  expect(writeStop(kenya, 'reported').map(({ text }) => text)).toEqual([
    'at least 29 reported for it alone',
    'up to 46 with what names it',
    'up to 2,046 with what is for its groups',
    'up to 4,746 with what is for nobody named',
  ]);
  expect(writeStop(egypt, 'reported')[0]?.text).toBe('nobody reported for it alone');
  expect(writeStop({ ...kenya, other: { low: 3, listed: 5 } }, 'promised').at(-1)?.text).toBe(
    'reported: at least 3 for it alone',
  );
});

test('the map in words', () => {
  const shown = listShown(listCountries(answer, 'reported'), view);
  expect(describeMap(shown, exactly(2700), view)).toBe(
    'One country has people reported for it alone: Kenya, 29. 2 more only share in totals over several countries or for a group, which nobody has divided. 2,700 are reported of nobody named, and may be from any country.',
  );
  expect(describeMap([], null, parse({ region: 'americas' }).view)).toBe(
    'In the Americas, no promise is for one country alone.',
  );
  expect(titleMap({ ...view, region: 'africa' }, names)).toBe(
    'China: training of police reported, country by country in Africa, 2015–2028',
  );
  expect(writeHeading(view, names)).toBe('Whose police China is reported to have trained');
  expect(writeHeading(parse({ audience: 'military' }).view, { ...names, provider: null })).toBe(
    'Whose soldiers are promised training',
  );
});

test('the address holds the view, without what is the default', () => {
  const params = { show: 'reported', region: 'asia', provider: 'any', count: 'a-count', known: '2024-09-09' };
  const asked = parse(params);
  expect(asked.issues).toEqual([]);
  expect(mapPath(asked.view)).toBe(
    '/map?show=reported&region=asia&provider=any&count=a-count&known=2024-09-09',
  );
  expect(mapPath(asked.view, { show: 'promised', region: 'world', count: null })).toBe(
    '/map?provider=any&known=2024-09-09',
  );
  expect(isWordyMap(params, asked.view)).toBe(false);
  expect(isWordyMap({ provider: 'china', program: '' }, parse({}).view)).toBe(true);
});

test('what the map does not ask for is no part of its view', () => {
  const { view: plain, issues } = parse({ recipients: 'SLB', schedule: 'start', places: 'apart' });
  expect(issues).toEqual([]);
  expect(mapPath(plain)).toBe('/map');
  expect(plain).toMatchObject({ recipients: null, placesAsPeople: true });
});

test('what cannot be used is named, and the default stands in its place', () => {
  const { view: used, issues } = parse({ show: 'all', region: 'mars', count: 'A b', from: 'x' });
  expect(issues.map(({ field }) => field)).toEqual(['From', 'Show', 'Region', 'Count']);
  expect(used).toMatchObject({ show: 'promised', region: 'world', count: null, from: 2015 });
});
