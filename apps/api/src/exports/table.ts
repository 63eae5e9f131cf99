import type { Context } from '../context.ts';
import type { Listing, Reading } from '../modules/export/queries/reading.ts';
import type { Cell, Column, ColumnWords } from './column.ts';
import { placeOf } from './place.ts';

/** A list of the API that takes what a table takes. */
export type ListField =
  | 'commitments'
  | 'reportedTotals'
  | 'sources'
  | 'events'
  | 'countries'
  | 'programs'
  | 'providers';

/** What a table is to whoever asks for it. */
export interface TableWords {
  /** Of its files, without the ending. */
  name: string;
  title: string;
  /** What one row is. */
  row: string;
  /** The list of the API whose arguments it takes, and which of them. */
  like: { list: ListField; takes: readonly string[] };
}

/** A table that can be had as a file. */
export interface Table extends TableWords {
  columns: readonly ColumnWords[];
  /** Its rows for checked arguments. Throws InputError for what the records do not have. */
  open(ctx: Context, args: object): Promise<OpenTable>;
}

/** A table as asked for; `read` gives rows in batches, cell by cell in the order of the columns. */
export interface OpenTable {
  count(reading: Pick<Reading, 'records'>): Promise<number>;
  read(reading: Reading): AsyncGenerator<Cell[][]>;
}

export function defineTable<Row, Args extends object>(
  table: TableWords & {
    columns: readonly Column<Row>[];
    list: (ctx: Context, args: Args) => Promise<Listing<Row>>;
  },
): Table {
  const { columns, list, ...words } = table;
  return {
    ...words,
    columns: columns.map(({ cell: _, ...column }) => column),
    async open(ctx, args) {
      const place = placeOf(ctx);
      const listing = await list(ctx, args as Args);
      return {
        count: listing.count,
        async *read(reading) {
          for await (const rows of listing.read(reading)) {
            yield rows.map((row) => columns.map(({ cell }) => cell(row, place)));
          }
        },
      };
    },
  };
}
