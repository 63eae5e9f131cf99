import { gapOf } from '@muster/accounting';
import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { type Proof, writeNoProof, writeProof } from './answer.ts';
import { addDays, countDays } from './calendar.ts';
import { findUnlinked } from './queries-unlinked.ts';
import type { Period } from './question.ts';
import type { Quantity } from './record.ts';
import { type Asked, prepareAnswer, requireOrdered } from './request.ts';
import { roundRange } from './rounding.ts';
import { selectCounts } from './selection.ts';
import { type Ledger, openLedger, sumUp } from './sums.ts';
import { NOTHING_UNLINKED } from './unlinked.ts';

export interface TotalsAnswer extends Proof {
  pledged: Quantity;
  due: Quantity;
  reported: Quantity;
  gap: Quantity;
  daysSinceLastReport: number | null;
}

/** Pledged, due and reported as whole people; without `lists`, what these would name is left empty. Throws InputError. */
export async function answerTotals(
  ctx: Context,
  asked: Asked & { at?: Day | null },
  lists = true,
): Promise<TotalsAnswer> {
  const { question, register, groups, isPartial } = await prepareAnswer(ctx, asked, { lists });
  const period = requirePeriod(asked, question.knownOn);
  const unlinked = isPartial ? await findUnlinked(ctx, question, period, register) : NOTHING_UNLINKED;
  const selection = selectCounts(register, question, period, groups);
  const ledger = openLedger(selection, register.links, question, unlinked);
  const { pledged, due, reported } = sumUp(ledger, period);
  return {
    pledged: roundRange(pledged),
    due: roundRange(due),
    reported: roundRange(reported),
    gap: roundRange(gapOf(due, reported)),
    daysSinceLastReport: countSilence(ledger, period.at),
    ...(lists ? writeProof(ledger, register.counts, period) : writeNoProof(question, period)),
  };
}

/** Amounts before `at`, which defaults to `knownOn`; commitments stated on `at` itself still count. */
export function requirePeriod({ from, at }: Asked & { at?: Day | null }, knownOn: Day): Period {
  const period = { from: from ?? null, at: at ?? knownOn, statedBefore: addDays(at ?? knownOn, 1) };
  requireOrdered(period.from, period.at, 'at');
  return period;
}

function countSilence({ reports, unlinked }: Ledger, at: Day): number | null {
  const last = reports
    // Of an undated one, the day on which it came to be known here says nothing of silence.
    .flatMap(({ count }) => (count.statedOn !== null && count.knownOn <= at ? [count.knownOn] : []))
    .concat(unlinked.lastReportOn ?? [])
    .sort()
    .at(-1);
  return last === undefined ? null : countDays(last, at);
}
