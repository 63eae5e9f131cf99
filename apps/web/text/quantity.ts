import type * as api from '@/generated/contract.ts';
import { formatNumber, formatRange, type Range } from './number.ts';
import { qualifierWords } from './words.ts';

export interface Quantified {
  unit: api.Unit;
  quantity?: Range | null;
  rate?: api.Rate | null;
  claims: readonly Told[];
}

/** What a claim tells of the number. */
export type Told = Pick<api.Claim, 'low' | 'high' | 'qualifier' | 'rank'>;

const singular: Record<api.Unit, string> = { PEOPLE: 'person', PLACES: 'place', COURSES: 'course' };
const plural: Record<api.Unit, string> = { PEOPLE: 'people', PLACES: 'places', COURSES: 'courses' };

/** "over 2,000", "up to 900 per year", "32–34", "no number stated". */
export function formatQuantity(count: Quantified): string {
  return `${formatAmount(count)}${formatRate(count)}`;
}

/** "about 2,000 people per year". */
export function formatCount(count: Quantified): string {
  return `${formatAmount(count)} ${formatUnitAndRate(count)}`;
}

/** The number alone, where its unit and rate stand apart from it: "about 2,000". */
export function formatAmount(count: Quantified): string {
  return count.quantity ? joinQualifier(findQualifier(count), count.quantity) : 'no number stated';
}

/** "people per year": what stands beside the amount. */
export function formatUnitAndRate(count: Quantified): string {
  return `${formatUnit(count)}${formatRate(count)}`;
}

function formatRate({ quantity, rate }: Quantified): string {
  return quantity && rate === 'PER_YEAR' ? ' per year' : '';
}

/** "people", "person", "places", "courses": the unit in the number of its quantity. */
export function formatUnit({ unit, quantity }: Pick<Quantified, 'unit' | 'quantity'>): string {
  return quantity?.high === 1 ? singular[unit] : plural[unit];
}

/** "about 3,000"; null where the claim tells of the count without the number. */
export function formatTold({ low, high, qualifier }: Omit<Told, 'rank'>): string | null {
  if (low == null || high == null) return null;
  return joinQualifier(qualifier ?? null, { low, high });
}

/**
 * The qualifier on which all claims that make the quantity agree; null where they differ or give none. A claim that gives the
 * same number without a word on it is silent, not of another mind.
 */
export function findQualifier({ claims, quantity }: Quantified): api.Qualifier | null {
  const numbered = findCounted(claims);
  const isOneNumber = numbered.every(({ low, high }) => low === quantity?.low && high === quantity?.high);
  const said = numbered.map(({ qualifier }) => qualifier ?? null);
  const words = new Set(isOneNumber ? said.filter((word) => word !== null) : said);
  const [only] = words;
  if (!quantity || words.size !== 1 || !only || only === 'EXACT') return null;
  return only;
}

/** Tellings whose words differ from the number as printed: "“about 3,000” in one telling". */
export function listOtherTellings(count: Quantified): string[] {
  const printed = count.quantity ? joinQualifier(findQualifier(count), count.quantity) : '';
  const times = new Map<string, number>();
  for (const claim of count.claims) {
    const told = formatTold(claim);
    if (told && told !== printed) times.set(told, (times.get(told) ?? 0) + 1);
  }
  return [...times].map(([told, n]) => `“${told}” in ${n === 1 ? 'one telling' : `${n} tellings`}`);
}

function findCounted(claims: readonly Told[]): readonly Told[] {
  const numbered = claims.filter(({ low, rank }) => low != null && rank !== 'DEPRECATED');
  const preferred = numbered.filter(({ rank }) => rank === 'PREFERRED');
  return preferred.length > 0 ? preferred : numbered;
}

function joinQualifier(qualifier: api.Qualifier | null, range: Range): string {
  if (!qualifier || qualifier === 'EXACT') return formatRange(range);
  // "Up to" leaves the fewest untold; its zero is not a number anybody gave.
  if (qualifier === 'UP_TO') return `up to ${formatNumber(range.high)}`;
  return `${qualifierWords[qualifier]} ${formatRange(range)}`;
}
