import { InputError } from '../../errors.ts';
import type { Axis, RowKey } from './axis.ts';
import type { Taken } from './figures.ts';
import type { Exclusion } from './selection.ts';
import { type Ledger, listTaken } from './sums.ts';
import type { Unlinked } from './unlinked.ts';

/** A combination of groups in which something takes part. */
export interface Cell {
  id: string;
  /** In the order of the axes. */
  keys: RowKey[];
  /** Whoever the sums are made of. */
  taken: Taken[];
  /** Those of them that the row lists. */
  listed: Taken[];
  /** What was merged before it was read; left out where every count was read. */
  unlinked?: Unlinked;
}

const MOST_CELLS = 10_000;
const MOST_ENTRIES = 5_000_000;

/** Puts everyone who takes part into each combination of groups in which it stands. Throws InputError for too many. */
export function splitLedger(ledger: Ledger, axes: Axis[]): Cell[] {
  const cells = new Map<string, Cell>();
  let entries = 0;
  const walk = (taken: Taken, keys: RowKey[], isListed: boolean) => {
    const axis = axes[keys.length];
    if (!axis) {
      enter(taken, keys, isListed);
      return;
    }
    for (const entry of axis.enter(taken)) {
      walk(entry.taken, [...keys, entry.key], isListed && entry.isListed);
    }
  };
  const enter = (taken: Taken, keys: RowKey[], isListed: boolean) => {
    const id = writeId(keys);
    const cell = cells.get(id) ?? { id, keys, taken: [], listed: [] };
    cells.set(id, cell);
    cell.taken.push(taken);
    if (isListed) cell.listed.push(taken);
    entries += 1;
    if (cells.size > MOST_CELLS || entries > MOST_ENTRIES) throw new InputError('by', TOO_MANY);
  };
  for (const taken of listTaken(ledger)) walk(taken, [], true);
  return [...cells.values()].filter(({ listed }) => listed.length > 0);
}

const TOO_MANY = `more than ${MOST_CELLS.toLocaleString('en-US')} rows; give fewer dimensions, longer periods, a filter or fewer days`;

/** By id of their cells, those who belong there and do not take part. What a filter leaves out belongs nowhere. */
export function splitExcluded({ excluded }: Ledger, axes: Axis[]): Map<string, Exclusion[]> {
  const cells = new Map<string, Exclusion[]>();
  for (const exclusion of excluded) {
    if (exclusion.reason === 'FILTERED') continue;
    let combinations: RowKey[][] = [[]];
    for (const axis of axes) {
      const keys = axis.place(exclusion.count);
      combinations = combinations.flatMap((before) => keys.map((key) => [...before, key]));
    }
    for (const keys of combinations) {
      const id = writeId(keys);
      const cell = cells.get(id) ?? [];
      cells.set(id, cell);
      cell.push(exclusion);
    }
  }
  return cells;
}

/** Adds to the cells of linked counts what SQL merged for the same groups; groups without a linked count are cells of their own. */
export function addUnlinked(cells: Cell[], merged: { keys: RowKey[]; unlinked: Unlinked }[]): Cell[] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  for (const { keys, unlinked } of merged) {
    const id = writeId(keys);
    byId.set(id, { ...(byId.get(id) ?? { id, keys, taken: [], listed: [] }), unlinked });
  }
  return [...byId.values()];
}

function writeId(keys: RowKey[]): string {
  return JSON.stringify(keys.map(({ key }) => key));
}
