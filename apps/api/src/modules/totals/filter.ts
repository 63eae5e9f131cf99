import { splitWords } from '../../filters.ts';
import type { CountFilter } from '../../generated/resolvers.ts';
import { writeDay } from './calendar.ts';
import type { RecordedCount } from './record.ts';
import { AUDIENCE_WORDS, VOICE_WORDS, writeList, writeQuantity } from './words.ts';

type Check = (count: RecordedCount, filter: CountFilter) => string | null;

/**
 * Why the filter leaves a count out, in words with the value; null where it holds. Countries and groups are
 * `recipients.ts`'s; units and measures choose lists only.
 */
export function explainFilter(count: RecordedCount, filter: CountFilter): string | null {
  for (const check of CHECKS) {
    const words = check(count, filter);
    if (words !== null) return words;
  }
  return null;
}

const CHECKS: Check[] = [
  ({ slug }, filter) => (isAmong(slug, filter.slug) ? null : 'It is not among the counts asked for.'),
  ({ program }, filter) => {
    if (isAmong(program?.slug ?? null, filter.program)) return null;
    return program === null ? 'The record names no program.' : `Its program is ${program.name}.`;
  },
  ({ providers }, filter) => {
    if (!filter.provider || providers.some(({ slug }) => isAmong(slug, filter.provider))) return null;
    return `It is provided by ${writeList(providers.map(({ name }) => name))}.`;
  },
  ({ audience }, filter) =>
    isAmong(audience, filter.audience) ? null : `It is about ${AUDIENCE_WORDS[audience]}.`,
  ({ voice }, filter) => (isAmong(voice, filter.voice) ? null : `It is said by ${VOICE_WORDS[voice]}.`),
  ({ statedOn }, filter) => {
    if (!filter.statedOn) return null;
    if (statedOn === null) return 'No source dates it.';
    const { from, until } = filter.statedOn;
    if (from != null && statedOn < from) return `It was stated before ${writeDay(from)}.`;
    return until != null && statedOn >= until ? `It was stated on ${writeDay(until)} or later.` : null;
  },
  ({ knownOn }, filter) => {
    const { from, until } = filter.knownOn ?? {};
    if (from != null && knownOn < from) return `It was known before ${writeDay(from)}.`;
    return until != null && knownOn >= until ? `It became known on ${writeDay(until)} or later.` : null;
  },
  ({ quantity }, filter) => {
    if (!filter.quantity) return null;
    if (quantity === null) return 'It has no number to compare with the bounds asked for.';
    const { min, max } = filter.quantity;
    return (min != null && quantity.low < min) || (max != null && quantity.high > max)
      ? `Its number is ${writeQuantity(quantity)}.`
      : null;
  },
  ({ words }, { text }) => {
    if (text == null) return null;
    const haystack = (words ?? []).map((column) => column.toLowerCase());
    const missing = splitWords(text).find(
      (word) => !haystack.some((column) => column.includes(word.toLowerCase())),
    );
    return missing === undefined ? null : `Its words do not hold “${missing}”.`;
  },
];

/** True where nothing was asked for, as well. */
function isAmong<T>(value: T | null, asked: readonly T[] | null | undefined): boolean {
  return !asked || (value !== null && asked.includes(value));
}
