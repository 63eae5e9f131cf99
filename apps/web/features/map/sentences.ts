import type { StopWords } from '@/charts/map/index.ts';
import type { MapRegion } from '@/charts/map/props.ts';
import type { Names } from '@/features/overview/names.ts';
import { sayRange } from '@/features/overview/sentences.ts';
import type { AudienceChoice } from '@/features/overview/view.ts';
import { countOf, formatNumber, listNames, type Range, startLine } from '@/text/index.ts';
import type { CountedCountry, SharedCount } from './countries.ts';
import type { MapView, Shown } from './view.ts';

export const regionNames: Record<MapRegion, string> = {
  world: 'the world',
  africa: 'Africa',
  americas: 'the Americas',
  asia: 'Asia',
  europe: 'Europe',
  oceania: 'Oceania',
};

const trained: Record<AudienceChoice, string> = {
  'police-and-security': 'police',
  police: 'police',
  military: 'soldiers',
  all: 'police, soldiers and officials',
};

/** "Whose police China has promised to train". */
export function writeHeading({ show, audience }: MapView, { provider, program }: Names): string {
  const whom = trained[audience];
  const under = program ? ` under ${program}` : '';
  if (provider === null) {
    return `Whose ${whom} are ${show === 'promised' ? 'promised training' : 'reported trained'}${under}`;
  }
  return `Whose ${whom} ${provider} ${show === 'promised' ? 'has promised to train' : 'is reported to have trained'}${under}`;
}

/** "China: training of police promised, country by country, 2015–2028". */
export function titleMap(view: MapView, { provider, program }: Names): string {
  const who = [provider ?? 'All providers', program].filter(Boolean).join(', ');
  const where = view.region === 'world' ? '' : ` in ${regionNames[view.region]}`;
  return `${who}: training of ${trained[view.audience]} ${view.show}, country by country${where}, ${view.from}–${view.to}`;
}

/** The map in words: who is counted alone, who shares, and how many are for nobody named. */
export function describeMap(shown: CountedCountry[], unnamed: Range | null, view: MapView): string {
  const alone = shown.filter(({ reach }) => reach === 'alone');
  const shared = shown.length - alone.length;
  const where = view.region === 'world' ? '' : `In ${regionNames[view.region]}, `;
  const first = describeAlone(alone, view.show);
  return [
    where ? `${where}${first.charAt(0).toLowerCase()}${first.slice(1)}` : first,
    shared > 0 && describeShared(shared, alone.length > 0),
    unnamed && `${startLine(describeUnnamed(unnamed, view.show))}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function describeAlone(alone: CountedCountry[], show: Shown): string {
  const most = alone.toSorted((a, b) => b.low - a.low)[0];
  if (!most)
    return show === 'promised'
      ? 'No promise is for one country alone.'
      : 'No report is of one country alone.';
  const what = show === 'promised' ? 'promised' : 'reported';
  const number = `${most.name}, ${formatNumber(most.low)}`;
  if (alone.length === 1) return `One country has people ${what} for it alone: ${number}.`;
  return `${countOf(alone.length, 'country', 'countries')} have people ${what} for them alone, the most ${number}.`;
}

function describeShared(shared: number, isMore: boolean): string {
  const countries = isMore ? `${formatNumber(shared)} more` : countOf(shared, 'country', 'countries');
  return `${countries} only ${shared === 1 ? 'shares' : 'share'} in totals over several countries or for a group, which nobody has divided.`;
}

/** "25,000–29,000 are promised to nobody named, and may be from any country". */
export function describeUnnamed(unnamed: Range, show: Shown): string {
  const isOne = unnamed.low === 1 && unnamed.high === 1;
  return `${sayRange(unnamed)} ${isOne ? 'is' : 'are'} ${show === 'promised' ? 'promised to' : 'reported of'} nobody named, and may be from any country`;
}

/** What the drawing says of them beside its countries. */
export function writeUnnamed(unnamed: Range, show: Shown) {
  return {
    amount: sayRange(unnamed),
    words: `${show === 'promised' ? 'promised to' : 'reported of'} nobody named: may be from any country`,
  };
}

/** What a country's place on the map says: from what is its own to what may be. */
export function writeStop(country: CountedCountry, show: Shown): StopWords['lines'] {
  const { low, named, listed, high, other } = country;
  const tone = show === 'promised' ? 'commit' : 'report';
  const upTo = (people: number, words: string) => ({ text: `up to ${formatNumber(people)} ${words}` });
  return [
    { text: `${low > 0 ? `at least ${formatNumber(low)}` : 'nobody'} ${show} for it alone`, tone },
    ...(named > low ? [upTo(named, 'with what names it')] : []),
    ...(listed > named ? [upTo(listed, 'with what is for its groups')] : []),
    ...(high > listed ? [{ ...upTo(high, 'with what is for nobody named'), tone: 'muted' as const }] : []),
    ...writeOther(other, show),
  ];
}

function writeOther({ low, listed }: CountedCountry['other'], show: Shown): StopWords['lines'] {
  if (show === 'promised') {
    return low > 0 ? [{ text: `reported: at least ${formatNumber(low)} for it alone`, tone: 'report' }] : [];
  }
  return listed > 0
    ? [{ text: `promised: up to ${formatNumber(listed)} by name or group`, tone: 'commit' }]
    : [];
}

/** "17 over 9 countries", "1,000 for Africa, 60 countries", "42 over 6 countries and others not named". */
export function writeShare(shared: SharedCount, show: Shown): string {
  const { count, countries } = shared;
  const groups = count.recipients.flatMap(({ group }) => (group ? [group.name] : []));
  const over = countOf(count.recipients.length - groups.length, 'country', 'countries');
  if (groups.length === 0) {
    const others = count.recipientScope === 'PARTLY_NAMED' ? ' and others not named' : '';
    return `${writeAmount(shared, show)} over ${over}${others}`;
  }
  const named = groups.length < count.recipients.length ? ` and ${over}` : '';
  const members = countOf(countries.length, 'country', 'countries');
  return `${writeAmount(shared, show)} for ${listNames(groups)}${named}, ${members}`;
}

/** "2,000"; of a report that lies within the years in part, "634–635 of 2,800". */
export function writeAmount({ quantity, amount }: SharedCount, show: Shown): string {
  const whole = sayRange(quantity);
  if (show === 'promised' || !amount) return whole;
  const part = sayRange(amount);
  return part === whole ? whole : `${part} of ${whole}`;
}

/** Countries of a shared count, where it names them. */
export function listShareNames({ count }: SharedCount): string {
  return listNames(
    count.recipients.flatMap(({ country }) => (country ? [country.name] : [])),
    24,
  );
}
