import { type Field, TABLE_FILES } from '@muster/db';
import type { Place } from './place.ts';

/** `date`: an ISO day. `datetime`: an instant in UTC, ISO 8601 to the millisecond. `list`: texts. */
export type ColumnType = Field['type'] | 'list';

/** What a row holds in a column; null where the record is silent. Days and instants are ISO 8601. */
export type Cell = string | number | boolean | readonly string[] | null;

/** What a column holds: the one description that files, their metadata, the API and the dashboard tell. */
export interface ColumnWords {
  name: string;
  type: ColumnType;
  /** What it holds; other columns stand between backticks. */
  meaning: string;
  /** What a number counts; null where it is no amount. */
  unit: string | null;
  /** What null (in CSV and XLSX an empty cell) means; null where every row has a value. */
  empty: string | null;
}

export interface Column<Row> extends ColumnWords {
  cell(row: Row, place: Place): Cell;
}

type ReadCell<Row> = Column<Row>['cell'];

/**
 * Columns that the releases' own files have, too, under the same name: type and words are theirs. Throws where the
 * release's table has no such column.
 */
export function releasedColumns<Row>(
  table: string,
  cells: Record<string, ReadCell<Row>>,
  units: Record<string, string> = {},
): Column<Row>[] {
  const fields = TABLE_FILES.find(({ name }) => name === table)?.fields ?? [];
  return Object.entries(cells).map(([name, cell]) => {
    const field = fields.find((it) => it.name === name);
    if (!field) throw new Error(`no column ${name} in the table ${table} of releases`);
    return { name, type: field.type, ...readWords(field.description), unit: units[name] ?? null, cell };
  });
}

/** “The fewest. Empty: no number was given.” */
function readWords(description: string): Pick<ColumnWords, 'meaning' | 'empty'> {
  const [meaning = '', empty] = description.split(' Empty: ');
  return { meaning, empty: empty ? capitalize(empty) : null };
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A column that releases do not have, or have in another form. */
export function column<Row>(
  name: string,
  type: ColumnType,
  { meaning, empty = null }: { meaning: string; empty?: string | null },
  cell: ReadCell<Row>,
): Column<Row> {
  return { name, type, meaning, unit: null, empty, cell };
}

/** The record's page. */
export function permalink<Row>(path: (row: Row) => string, meaning = 'The record’s page.'): Column<Row> {
  return column('permalink', 'string', { meaning }, (row, place) => place.address(path(row)));
}

/** The documents that a row rests on. */
export function sourceColumns<
  Row extends { sources: readonly { slug: string; url: string | null }[] },
>(): Column<Row>[] {
  return [
    column(
      'sources',
      'list',
      { meaning: 'Slugs of the documents that tell of it; the table of sources describes each.' },
      ({ sources }) => sources.map(({ slug }) => slug),
    ),
    column(
      'source_urls',
      'list',
      { meaning: 'Addresses of those documents that have one, in the same order.' },
      ({ sources }) => sources.flatMap(({ url }) => url ?? []),
    ),
  ];
}
