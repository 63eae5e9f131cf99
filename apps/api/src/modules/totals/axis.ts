import type { BreakdownDimension } from '../../generated/resolvers.ts';
import type { Taken } from './figures.ts';
import type { CalendarPeriod } from './periods.ts';
import type { Period } from './question.ts';
import type { Groups, Target } from './recipients.ts';
import type { RecordedCount, Register } from './record.ts';
import type { Ledger } from './sums.ts';

/** A group of one dimension. */
export interface RowKey {
  dimension: BreakdownDimension;
  key: string | null;
  label: string;
  /** Whose part of a count is taken; null where it is taken whole. */
  target: Target | null;
  /** Null for dimensions that are not of time. */
  days: CalendarPeriod | null;
}

/** A count in one group of a dimension. */
export interface Entry {
  key: RowKey;
  /** With the part that is the group's. */
  taken: Taken;
  /** False where it only belongs to the sums: it is another telling of one that is in the group. */
  isListed: boolean;
}

/** A dimension, as counts stand in its groups. */
export interface Axis {
  dimension: BreakdownDimension;
  /** Where a count stands that takes part. */
  enter(taken: Taken): Entry[];
  /** Where a count stands that does not. */
  place(count: RecordedCount): RowKey[];
}

/** What a dimension is of: a ledger, its period, and the groups and countries on record. */
export interface Ground {
  ledger: Ledger;
  period: Period;
  register: Register;
  groups: Groups;
}
