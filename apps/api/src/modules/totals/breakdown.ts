import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { InputError } from '../../errors.ts';
import type { BreakdownDimension, BreakdownOrder } from '../../generated/resolvers.ts';
import { type Proof, writeNoProof, writeProof } from './answer.ts';
import { addUnlinked, type Cell, splitExcluded, splitLedger } from './cells.ts';
import { createAxis, isPeriodDimension, nameGroup, requireDimensions } from './dimensions.ts';
import { linkPresent } from './links.ts';
import { findUnlinkedByGroup, hasUnlinkedJointCount, isGroupedInSql } from './queries-unlinked.ts';
import { isRecipientDimension } from './recipient-dimensions.ts';
import { type Asked, prepareAnswer } from './request.ts';
import { compareCells, compareRows, createAddUp, type RowAnswer, sumUpCell, writeRow } from './rows.ts';
import { selectCounts } from './selection.ts';
import { type Ledger, listTaken, openLedger, sumUp } from './sums.ts';
import { requirePeriod } from './totals.ts';

export interface BreakdownAnswer extends Proof {
  by: readonly BreakdownDimension[];
  rows: RowAnswer[];
  totalCount: number;
  isAdditive: boolean;
}

export interface AskedBreakdown extends Asked {
  by: readonly BreakdownDimension[];
  at?: Day | null;
  orderBy?: BreakdownOrder | null;
  first?: number | null;
}

const DEFAULT_ROWS = 500;
const MOST_ROWS = 5_000;

/**
 * Totals by combinations of groups, whole people; each row as if it alone were asked for. Without `lists`, what these
 * would name may be left empty. Throws InputError.
 */
export async function answerBreakdown(
  ctx: Context,
  asked: AskedBreakdown,
  lists = true,
): Promise<BreakdownAnswer> {
  const { by } = asked;
  requireDimensions(by);
  const first = requireFirst(asked.first);
  const grouped = by.filter(isGroupedInSql);
  const { question, register, groups, isPartial } = await prepareAnswer(ctx, asked, {
    places: by.some(isRecipientDimension),
    lists: lists || grouped.length < by.length,
  });
  const period = requirePeriod(asked, question.knownOn);
  const ledger = openLedger(selectCounts(register, question, period, groups), register.links, question);

  // Which periods a count touches depends on the part of it that is taken, so they are looked at last.
  const inTurn = by.toSorted(
    (one, other) => Number(isPeriodDimension(one)) - Number(isPeriodDimension(other)),
  );
  const axes = inTurn.map((dimension) => createAxis(dimension, { ledger, period, register, groups }));
  // Links from row to row may contradict one another without any row's doing so.
  if (isPartial) sumUp(ledger, period);
  const linked = splitLedger(ledger, axes);
  const merged = isPartial ? await findUnlinkedByGroup(ctx, question, period, register, grouped) : [];
  const cells = addUnlinked(
    linked,
    merged.map(({ keys, unlinked }) => ({
      keys: grouped.map((dimension, index) => nameGroup(dimension, keys[index] ?? null, register)),
      unlinked,
    })),
  );
  const isJoint =
    isPartial &&
    grouped.includes('PROVIDER') &&
    (await hasUnlinkedJointCount(ctx, question, period, register));
  const order = asked.orderBy ?? (by.some(isPeriodDimension) ? 'KEY' : 'PLEDGED');
  const shown = order === 'KEY' ? cells.toSorted(compareCells(by)).slice(0, first) : cells;

  const whole = openAll(ledger);
  const addUp = createAddUp();
  const rows = shown
    .map((cell) => sumUpCell(cell, whole, period, addUp))
    .sort(compareRows(order, by))
    .slice(0, first);
  let excluded: ReturnType<typeof splitExcluded> | undefined;
  const listExcluded = ({ id }: Cell) => {
    excluded ??= splitExcluded(ledger, axes);
    return excluded.get(id) ?? [];
  };
  return {
    by,
    rows: rows.map((row) => writeRow(row, { by, groups, addUp, listExcluded })),
    totalCount: cells.length,
    isAdditive: !by.some(isRecipientDimension) && !isJoint && isAdditive(cells, whole),
    ...(isPartial ? writeNoProof(question, period) : writeProof(ledger, register.counts, period)),
  };
}

function requireFirst(first: number | null | undefined): number {
  if (first == null) return DEFAULT_ROWS;
  if (first >= 1 && first <= MOST_ROWS) return first;
  const most = MOST_ROWS.toLocaleString('en-US');
  throw new InputError('first', `${first} is not a number of rows; give 1 to ${most}`);
}

/** Links run on through whoever stands in another row. */
function openAll(ledger: Ledger): Ledger {
  const slugs = listTaken(ledger).map(({ count }) => count.slug);
  return { ...ledger, through: new Set([...ledger.through, ...slugs]) };
}

/**
 * Rows add up where no count stands in two of them, no link runs from one to another, and no more than one has a window
 * whose end is a range: the fewest of several may come about under different readings.
 */
function isAdditive(cells: Cell[], { steps, through }: Ledger): boolean {
  const cellOf = new Map<string, Cell>();
  for (const cell of cells) {
    for (const { count } of cell.listed) {
      if (cellOf.has(count.slug)) return false;
      cellOf.set(count.slug, cell);
    }
  }
  const isRead = ({ listed, unlinked }: Cell) =>
    [...listed, ...(unlinked?.pledged ?? []), ...(unlinked?.due ?? []), ...(unlinked?.reported ?? [])].some(
      ({ readings }) => readings.length > 1,
    );
  if (cells.filter(isRead).length > 1) return false;
  const links = linkPresent(steps, new Set(cellOf.keys()), through);
  return links.every(({ from, to }) => cellOf.get(from) === cellOf.get(to));
}
