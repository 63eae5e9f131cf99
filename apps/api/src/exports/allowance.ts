/** Rows of a file are read in bulk: so many of them are one record of a query. */
const ROWS_PER_COST = 10;

/** What a file of so many rows costs, in the measure of `extensions.cost`. */
export function costOfRows(rows: number): number {
  return Math.max(1, Math.ceil(rows / ROWS_PER_COST));
}
