import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import type { Assumptions, ContributionRole, ExclusionReason } from '../../generated/resolvers.ts';
import { load } from '../../loading.ts';
import { type CountRow, findCountsById } from '../count/queries.ts';
import type { Period, Question } from './question.ts';
import type { Quantity, RecordedCount } from './record.ts';
import { roundRange } from './rounding.ts';
import { describeSelection, type Selection } from './selection.ts';
import { explainSums, type Ledger } from './sums.ts';

/** A count that is named in an answer; its own fields are read when a query asks for them. */
export interface CountReference {
  id: number;
  seenOn: Day;
}

export interface ContributionRow {
  count: CountReference;
  quantity: Quantity;
  amount: Quantity | null;
  role: ContributionRole;
  within: CountReference[];
}

export interface ExcludedRow {
  count: CountReference;
  reason: ExclusionReason;
  detail: string;
}

// What the public could not know on the day asked for is named as left out all the same.
const ANY_DAY = '9999-12-31';

/** What every answer tells beside its numbers. */
export interface Proof {
  contributions: ContributionRow[];
  excluded: ExcludedRow[];
  assumptions: Assumptions;
}

/** The proof of an answer: what takes part, what does not, and under which assumptions. Whole people. */
export function writeProof(
  ledger: Ledger,
  counts: RecordedCount[],
  period: Pick<Period, 'from' | 'at'>,
): Proof {
  const ids = new Map(counts.map(({ slug, id }) => [slug, id]));
  const refer = (slug: string): CountReference => ({
    id: ids.get(slug) ?? 0,
    seenOn: ledger.question.knownOn,
  });
  return {
    contributions: explainSums(ledger, period).map(({ taken, quantity, amount, role, within }) => ({
      count: refer(taken.count.slug),
      quantity: roundRange(quantity),
      amount: amount && roundRange(amount),
      role,
      within: within.map(refer),
    })),
    excluded: ledger.excluded.map(({ count, reason, detail }) => ({
      count: {
        id: count.id,
        seenOn: count.knownOn <= ledger.question.knownOn ? ledger.question.knownOn : ANY_DAY,
      },
      reason,
      detail,
    })),
    assumptions: writeAssumptions(ledger, ledger.question, period),
  };
}

/** Of an answer that only numbers were asked of: the assumptions, and empty lists. */
export function writeNoProof(question: Question, period: Pick<Period, 'from' | 'at'>): Proof {
  const nothing = { commitments: [], reports: [], excluded: [] };
  return { contributions: [], excluded: [], assumptions: writeAssumptions(nothing, question, period) };
}

function writeAssumptions(
  selection: Selection,
  { schedule, placesAsPeople, knownOn, filter, targets }: Question,
  { from, at }: Pick<Period, 'from' | 'at'>,
): Assumptions {
  const notes = describeSelection(selection);
  if (filter.unit || filter.measure) {
    notes.push(
      'Units and measures choose lists only; totals add trainees, and places where they are read as people.',
    );
  }
  if (targets.length > 0) {
    notes.push(
      'Counts that only may include the recipients asked for have a low of zero; a shared total is never divided.',
    );
  }
  return { schedule, placesAsPeople, knownOn, from, at, notes };
}

/** The whole row of a count that an answer names, together with all others of the request. */
export async function loadCount(ctx: Context, { id, seenOn }: CountReference): Promise<CountRow> {
  const count = await load(ctx, findCountsById, id, seenOn);
  if (!count) throw new Error(`count ${id} went away while totals were answered`);
  return count;
}
