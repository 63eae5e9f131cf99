import { splitWords } from '../../filters.ts';
import type { CountFilter } from '../../generated/resolvers.ts';
import { explainDays } from './filter-days.ts';
import { findReach } from './reach.ts';
import type { Groups } from './recipients.ts';
import { listMembers, membershipDay } from './recipients.ts';
import type { RecordedCount, RecordedGroup } from './record.ts';
import {
  AUDIENCE_WORDS,
  CONFIDENCE_WORDS,
  MEASURE_WORDS,
  SCOPE_WORDS,
  STATUS_WORDS,
  UNIT_WORDS,
  VOICE_WORDS,
  writeList,
  writeQuantity,
} from './words.ts';

/** Null where it holds, or was not asked for. */
type Check = (count: RecordedCount, filter: CountFilter, groups: Groups) => string | null;

/**
 * Why the filter leaves a count out, in words with the value; null where it holds. At its top, countries and groups are
 * `recipients.ts`'s, and units and measures choose lists only; within `and`, `or` and `not` they choose as lists do.
 */
export function explainFilter(count: RecordedCount, filter: CountFilter, groups: Groups): string | null {
  return findReason(count, filter, groups, CHECKS);
}

function findReason(
  count: RecordedCount,
  filter: CountFilter,
  groups: Groups,
  checks: readonly Check[],
): string | null {
  for (const check of checks) {
    const words = check(count, filter, groups);
    if (words !== null) return words;
  }
  return explainParts(count, filter, groups);
}

/** `and`, `or` and `not`. */
function explainParts(count: RecordedCount, { and, or, not }: CountFilter, groups: Groups): string | null {
  const explain = (part: CountFilter) => findReason(count, part, groups, PART_CHECKS);
  for (const part of and ?? []) {
    const words = explain(part);
    if (words !== null) return words;
  }
  const reasons = (or ?? []).map(explain);
  if (reasons.length > 0 && !reasons.includes(null)) return joinReasons(reasons as string[]);
  return not && explain(not) === null ? 'It is among what the filter leaves out.' : null;
}

const MOST_REASONS = 3;

/** What is wrong by one alternative and by the next; said once where it is the same. */
function joinReasons(reasons: string[]): string {
  const distinct = [...new Set(reasons)];
  const [first = ''] = distinct;
  if (distinct.length === 1) return first;
  const told = distinct.slice(0, MOST_REASONS).join(' ');
  return `None of the alternatives holds. ${told}${distinct.length > MOST_REASONS ? ' …' : ''}`;
}

const CHECKS: readonly Check[] = [
  ({ slug }, filter) => (isAmong(slug, filter.slug) ? null : 'It is not among the counts asked for.'),
  ({ program }, filter) => {
    if (isAmong(program?.slug ?? null, filter.program)) return null;
    return program === null ? 'The record names no program.' : `Its program is ${program.name}.`;
  },
  (count, filter) =>
    count.providers.some(({ slug }) => isAmong(slug, filter.provider)) || !filter.provider
      ? null
      : describeProviders(count),
  (count, { providerCountry }) =>
    count.providers.some(({ iso3 }) => isAmong(iso3, providerCountry)) || !providerCountry
      ? null
      : describeProviders(count),
  (count, { membership }, groups) => {
    if (!membership) return null;
    const group = findGroup(groups, membership.group);
    const members = group ? listMembers(group, membership.on) : new Set();
    const isNamed = count.recipients.some(({ iso3 }) => iso3 !== null && members.has(iso3));
    return isNamed ? null : `It names no member of ${group?.name} on the day asked for.`;
  },
  ({ recipientScope }, filter) =>
    isAmong(recipientScope, filter.recipientScope)
      ? null
      : `Its recipients are ${SCOPE_WORDS[recipientScope]}.`,
  ({ audience }, filter) =>
    isAmong(audience, filter.audience) ? null : `It is about ${AUDIENCE_WORDS[audience]}.`,
  ({ voice }, filter) => (isAmong(voice, filter.voice) ? null : `It is said by ${VOICE_WORDS[voice]}.`),
  ({ status }, filter) => {
    if (isAmong(status, filter.status)) return null;
    return status === null ? 'It is a reported total, and has no status.' : `It was ${STATUS_WORDS[status]}.`;
  },
  ({ confidence }, filter) =>
    isAmong(confidence, filter.confidence)
      ? null
      : `The curator's confidence in it is ${CONFIDENCE_WORDS[confidence]}.`,
  (count, filter) => explainDays(count, filter),
  ({ quantity }, filter) => {
    if (!filter.quantity) return null;
    if (quantity === null) return 'It has no number to compare with the bounds asked for.';
    const { min, max } = filter.quantity;
    return (min != null && quantity.low < min) || (max != null && quantity.high > max)
      ? `Its number is ${writeQuantity(quantity)}.`
      : null;
  },
  ({ quantity }, { hasQuantity }) =>
    explainPresence(quantity !== null, hasQuantity, ['It has a number.', 'It has no number.']),
  ({ rate }, { hasRate }) =>
    explainPresence(rate !== null, hasRate, ['It is a yearly rate.', 'It is no yearly rate.']),
  ({ window: { start, end } }, { hasWindow }) =>
    explainPresence(start !== null && end !== null, hasWindow, [
      'Its window has both ends.',
      'Its window lacks an end, or a start.',
    ]),
  ({ words }, { text }) => {
    if (text == null) return null;
    const haystack = (words ?? []).map((column) => column.toLowerCase());
    const missing = splitWords(text).find(
      (word) => !haystack.some((column) => column.includes(word.toLowerCase())),
    );
    return missing === undefined ? null : `Its words do not hold “${missing}”.`;
  },
];

const PART_CHECKS: readonly Check[] = [
  ...CHECKS,
  ({ unit }, filter) => (isAmong(unit, filter.unit) ? null : `It counts ${UNIT_WORDS[unit]}.`),
  ({ measure }, filter) => (isAmong(measure, filter.measure) ? null : `It counts ${MEASURE_WORDS[measure]}.`),
  (count, { country }, groups) =>
    country == null || findReach(count, country, groups) !== null
      ? null
      : 'It names neither the country asked for nor a group that lists it.',
  (count, { group }, groups) => {
    const found = group == null ? undefined : findGroup(groups, group);
    return !found || namesGroup(count, found) ? null : `It names neither ${found.name} nor a member of it.`;
  },
];

/** As lists do: the group itself, or a country that is a member of it on the day stated. */
function namesGroup(count: RecordedCount, group: RecordedGroup): boolean {
  const members = listMembers(group, membershipDay(count));
  return count.recipients.some(
    ({ iso3, groupId }) => groupId === group.id || (iso3 !== null && members.has(iso3)),
  );
}

function findGroup(groups: Groups, slug: string): RecordedGroup | undefined {
  return [...groups.values()].find((group) => group.slug === slug);
}

function describeProviders({ providers }: RecordedCount): string {
  return `It is provided by ${writeList(providers.map(({ name }) => name))}.`;
}

function explainPresence(
  isThere: boolean,
  isWanted: boolean | null | undefined,
  [there, missing]: [string, string],
): string | null {
  if (isWanted == null || isWanted === isThere) return null;
  return isThere ? there : missing;
}

/** True where nothing was asked for, as well. */
function isAmong<T>(value: T | null, asked: readonly T[] | null | undefined): boolean {
  return !asked || (value !== null && asked.includes(value));
}
