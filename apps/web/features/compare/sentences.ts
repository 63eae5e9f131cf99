import { sayRange } from '@/features/overview/sentences.ts';
import type { Verdict } from '@/generated/contract.ts';
import { formatDay, listNames, verdictWords } from '@/text/index.ts';
import type { Subject } from './queries.ts';
import type { Kind } from './view.ts';

export const kindWords: { [kind in Kind]: { one: string; many: string; label: string } } = {
  provider: { one: 'provider', many: 'providers', label: 'Providers' },
  program: { one: 'program', many: 'programs', label: 'Programs' },
  country: { one: 'country', many: 'countries', label: 'Countries' },
};

/** "China and United States: training due and reported". */
export function titleComparison(subjects: readonly Pick<Subject, 'name'>[]): string {
  return `${listNames(
    subjects.map(({ name }) => name),
    6,
  )}: training due and reported`;
}

/** A sentence on each, on the day as of which the record is read. */
export function describeComparison(
  subjects: readonly Pick<Subject, 'name' | 'totals'>[],
  asOf: string,
): string {
  const sentences = subjects.map(({ name, totals: { due, reported } }) => {
    const fell = due.high > 0 ? `${sayRange(due)} people were due` : 'nothing with a number was due';
    const told =
      reported.high > 0 ? `${sayRange(reported)} are reported` : 'nothing with a number is reported';
    return `${name}: ${fell} and ${told}.`;
  });
  return `By ${formatDay(asOf)}, ${sentences.join(' ')}`;
}

/** How many commitments have a verdict. */
export interface VerdictCount {
  /** Null: nobody can judge them. */
  verdict: Verdict | null;
  /** "5 unreported". */
  words: string;
}

/** The commitments by verdict, most first; those that nobody can judge last. */
export function countVerdicts({ commitments }: Pick<Subject, 'commitments'>): VerdictCount[] {
  const counts = new Map<Verdict, number>();
  let without = 0;
  for (const { standing } of commitments.nodes) {
    if (!standing) without += 1;
    else counts.set(standing.verdict, (counts.get(standing.verdict) ?? 0) + 1);
  }
  const told: VerdictCount[] = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([verdict, n]) => ({ verdict, words: `${n} ${lower(verdictWords[verdict])}` }));
  return without > 0 ? [...told, { verdict: null, words: `${without} without a verdict` }] : told;
}

function lower(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** What the amounts of a country are made of; null for others. */
export function noteKind(by: Kind): string | null {
  if (by === 'provider') return 'a joint promise or report stands whole under each provider';
  if (by === 'program') return null;
  return 'the fewest are for the country alone, the most add all that name it with others or name a group to which it belonged';
}
