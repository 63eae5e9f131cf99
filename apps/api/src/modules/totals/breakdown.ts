import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import type { BreakdownDimension } from '../../generated/resolvers.ts';
import { type Proof, writeProof } from './answer.ts';
import { listRowsOf, type RowOf, type SumsOfCounts } from './dimensions.ts';
import { type Asked, prepareAnswer } from './request.ts';
import { roundRange } from './rounding.ts';
import { selectCounts } from './selection.ts';
import { type Ledger, openLedger, type Sums } from './sums.ts';
import { requirePeriod } from './totals.ts';
import { sumUpYears } from './years.ts';

export interface BreakdownRowAnswer extends Sums, Pick<RowOf, 'reach'> {
  by: BreakdownDimension;
  key: string | null;
  label: string;
  counts: string[];
}

export interface BreakdownAnswer extends Proof {
  by: BreakdownDimension;
  rows: BreakdownRowAnswer[];
  isAdditive: boolean;
}

export interface AskedBreakdown extends Asked {
  by: BreakdownDimension;
  at?: Day | null;
}

/** Totals by group, whole people; each row as if it alone were asked for. Throws InputError. */
export async function answerBreakdown(ctx: Context, asked: AskedBreakdown): Promise<BreakdownAnswer> {
  const { by } = asked;
  const { question, register, groups } = await prepareAnswer(ctx, asked, {
    places: by === 'COUNTRY' || by === 'REGION',
  });
  const period = requirePeriod(asked, question.knownOn);
  const ledger = openLedger(selectCounts(register, question, period, groups), register.links, question);
  const rows =
    by === 'YEAR'
      ? sumUpYears(ledger, period)
      : listRowsOf(by, ledger, register, groups)
          .map((row) => row.sumUp(period))
          .sort(compareRows);
  return {
    by,
    rows: rows.map((row) => roundRow(by, row)),
    isAdditive: isAdditive(by, rows, ledger),
    ...writeProof(ledger, register.counts, period),
  };
}

function compareRows(one: RowOf, other: RowOf): number {
  return (
    other.pledged.high - one.pledged.high ||
    other.reported.high - one.reported.high ||
    (one.label < other.label ? -1 : 1)
  );
}

function roundRow(by: BreakdownDimension, row: RowOf): BreakdownRowAnswer {
  return { by, ...row, ...roundSums(row) };
}

/** In whole people. */
export function roundSums({ pledged, due, reported, counts }: SumsOfCounts): SumsOfCounts {
  return {
    pledged: roundRange(pledged),
    due: roundRange(due),
    reported: roundRange(reported),
    counts,
  };
}

/** Rows add up where no count stands in two of them, and no link runs from one to another. */
function isAdditive(by: BreakdownDimension, rows: RowOf[], { links }: Ledger): boolean {
  if (by === 'COUNTRY' || by === 'REGION') return false;
  const rowOfCount = new Map<string, RowOf>();
  for (const row of rows) {
    for (const slug of row.counts) {
      if (rowOfCount.has(slug)) return false;
      rowOfCount.set(slug, row);
    }
  }
  return links.every(({ from, to, relation }) => {
    if (relation !== 'PART_OF' && relation !== 'MAY_BE_PART_OF' && relation !== 'SAME_AS') return true;
    const [one, other] = [rowOfCount.get(from), rowOfCount.get(to)];
    return !one || !other || one === other;
  });
}
