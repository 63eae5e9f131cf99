import type { Cell, ColumnWords } from '../column.ts';

/** What a file tells of itself, where its format has a place for it. */
export interface About {
  title: string;
  citation: string;
  /** SPDX name. */
  licence: string;
  /** Of the data. */
  revision: number;
  /** Name of the release; null: the records as they stood. */
  release: string | null;
  /** The day as of which the records are read. */
  knownOn: string;
  /** Address of the description of this file. */
  metadata: string;
}

/** A way to write a table. Rows are taken batch by batch, when what was written before has been taken. */
export interface Format {
  ending: string;
  /** For whoever chooses: “CSV”. */
  label: string;
  mediaType: string;
  write(
    columns: readonly ColumnWords[],
    batches: AsyncIterable<Cell[][]>,
    about: About,
  ): AsyncIterable<string | Uint8Array>;
}
