import { gapOf } from '@muster/accounting';
import type { BreakdownDimension, BreakdownOrder } from '../../generated/resolvers.ts';
import { type Proof, writeProof } from './answer.ts';
import type { RowKey } from './axis.ts';
import type { Cell } from './cells.ts';
import type { Taken } from './figures.ts';
import { cutPeriod } from './periods.ts';
import type { Period } from './question.ts';
import { findReach, type Reach } from './reach.ts';
import type { Groups } from './recipients.ts';
import type { Quantity } from './record.ts';
import { roundRange } from './rounding.ts';
import type { Exclusion } from './selection.ts';
import { type Ledger, listTaken, type Sums, sumUp } from './sums.ts';
import { NOTHING_UNLINKED } from './unlinked.ts';

/** A row of a breakdown, before it is ordered; unrounded. */
export interface Row {
  cell: Cell;
  period: Period;
  ledger: Ledger;
  sums: Sums;
}

/** Sums of some counts, whole people. */
export interface SumsOfCounts extends Sums {
  /** Slugs. */
  counts: string[];
}

/** A row as it is answered, whole people. */
export interface RowAnswer extends SumsOfCounts {
  keys: RowKey[];
  key: string | null;
  label: string;
  gap: Quantity;
  /** Of a country: what reaches it by its name, and what reaches it by its name or through a group; null for others. */
  reach: Record<Reach, () => SumsOfCounts> | null;
  /** What takes part in the row, and what belongs to it and does not. */
  prove: () => Proof;
}

export type AddUp = (ledger: Ledger, period: Period) => Sums;

/** Sums of ledgers of which many are alike: most members of a group are meant by the same counts in the same way. */
export function createAddUp(): AddUp {
  const known = new Map<string, Sums>();
  const numbers = new Map<Taken, number>();
  const numberOf = (taken: Taken) => {
    const number = numbers.get(taken) ?? numbers.size;
    numbers.set(taken, number);
    return number;
  };
  return (ledger, period) => {
    // Of merged counts no two ledgers are alike.
    if (ledger.unlinked !== NOTHING_UNLINKED) return sumUp(ledger, period);
    const { from, statedBefore } = period;
    const likeness = `${from} ${statedBefore} ${listTaken(ledger).map(numberOf)}`;
    const sums = known.get(likeness) ?? sumUp(ledger, period);
    known.set(likeness, sums);
    return sums;
  };
}

/** A row for a cell, summed. The ledger's `through` must hold everyone who takes part in the whole. */
export function sumUpCell(cell: Cell, whole: Ledger, period: Period, addUp: AddUp): Row {
  const days = cell.keys.find((key) => key.days !== null)?.days ?? null;
  const own = days ? cutPeriod(period, days) : period;
  const ledger = { ...narrow(whole, cell.taken), unlinked: cell.unlinked ?? NOTHING_UNLINKED };
  return { cell, period: own, ledger, sums: addUp(ledger, own) };
}

function narrow(whole: Ledger, taken: Taken[]): Ledger {
  return {
    ...whole,
    commitments: taken.filter(({ count }) => count.kind === 'COMMITMENT'),
    reports: taken.filter(({ count }) => count.kind === 'REPORTED_TOTAL'),
    excluded: [],
  };
}

export function compareRows(order: BreakdownOrder, by: readonly BreakdownDimension[]) {
  const compareKeys = compareCells(by);
  const sides = SIDES[order];
  return (one: Row, other: Row): number => {
    for (const side of sides) {
      const difference = other.sums[side].high - one.sums[side].high;
      if (difference !== 0) return difference;
    }
    return compareKeys(one.cell, other.cell);
  };
}

const SIDES: Record<BreakdownOrder, (keyof Sums)[]> = {
  PLEDGED: ['pledged', 'reported'],
  DUE: ['due', 'reported'],
  REPORTED: ['reported', 'pledged'],
  KEY: [],
};

/** In the order in which the dimensions were asked for. */
export function compareCells(by: readonly BreakdownDimension[]) {
  return (one: Cell, other: Cell): number => {
    for (const dimension of by) {
      const [key, otherKey] = [findKey(one, dimension).key, findKey(other, dimension).key];
      if (key === otherKey) continue;
      if (key === null || otherKey === null) return key === null ? 1 : -1;
      return key < otherKey ? -1 : 1;
    }
    return 0;
  };
}

function findKey({ keys }: Cell, dimension: BreakdownDimension): RowKey {
  const key = keys.find((it) => it.dimension === dimension);
  if (!key) throw new Error(`no key of ${dimension}`);
  return key;
}

interface Surroundings {
  by: readonly BreakdownDimension[];
  groups: Groups;
  addUp: AddUp;
  listExcluded: (cell: Cell) => Exclusion[];
}

export function writeRow({ cell, period, ledger, sums }: Row, around: Surroundings): RowAnswer {
  const keys = around.by.map((dimension) => findKey(cell, dimension));
  const country = keys.find(({ target }) => target?.kind === 'COUNTRY')?.target;
  const sumUpReach = (isReached: (reach: Reach | null) => boolean) => () => {
    if (country?.kind !== 'COUNTRY') throw new Error('only countries are reached');
    const isIn = ({ count }: Taken) => isReached(findReach(count, country.iso3, around.groups));
    const part = narrow(ledger, cell.taken.filter(isIn));
    return roundSums(around.addUp(part, period), cell.listed.filter(isIn));
  };
  let proof: Proof | undefined;
  return {
    keys,
    key: keys[0]?.key ?? null,
    label: keys[0]?.label ?? '',
    ...roundSums(sums, cell.listed),
    gap: roundRange(gapOf(sums.due, sums.reported)),
    reach: country
      ? { named: sumUpReach((reach) => reach === 'named'), listed: sumUpReach((reach) => reach !== null) }
      : null,
    prove: () => {
      proof ??= proveRow(cell, { ...ledger, excluded: around.listExcluded(cell) }, period);
      return proof;
    },
  };
}

function roundSums({ pledged, due, reported }: Sums, listed: Taken[]): SumsOfCounts {
  return {
    pledged: roundRange(pledged),
    due: roundRange(due),
    reported: roundRange(reported),
    counts: listed.map(({ count }) => count.slug),
  };
}

function proveRow({ taken, listed }: Cell, ledger: Ledger, period: Period): Proof {
  const proof = writeProof(
    ledger,
    taken.map(({ count }) => count),
    period,
  );
  const ids = new Set(listed.map(({ count }) => count.id));
  return { ...proof, contributions: proof.contributions.filter(({ count }) => ids.has(count.id)) };
}
