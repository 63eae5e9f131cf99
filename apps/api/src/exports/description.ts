import type { Context } from '../context.ts';
import { LICENCE, writeCitation } from '../modules/dataset/words.ts';
import type { Reading } from '../modules/export/queries/reading.ts';
import { type About, FORMATS } from './formats/index.ts';
import type { TableArgs } from './parameters.ts';
import type { Table } from './table.ts';

const NOTES = [
  'Null means that the record is silent; it is never zero. In CSV and XLSX it is an empty cell.',
  'A number is a range of two columns, low and high. Records may contain one another, so their numbers must not be added.',
  'A list is an array in JSON and Parquet; in CSV and XLSX its values stand in one cell with “; ” between them.',
  'In CSV, a text that a spreadsheet would run as a formula has an apostrophe before it: take one off where one or more apostrophes stand before = + - @, a tab or a line break.',
];

/** A file as it was asked for. */
export interface Asked {
  table: Table;
  args: TableArgs;
  /** The query string, with its question mark; empty where nothing is asked. */
  search: string;
}

type State = Pick<Reading, 'revision' | 'publishedAt'>;

export function addressOf(ctx: Pick<Context, 'publicUrl'>, { table, search }: Asked, ending: string): string {
  return `${ctx.publicUrl}/data/${table.name}.${ending}${search}`;
}

export function describeFile(ctx: Context, asked: Asked, state: State): About {
  return {
    title: asked.table.title,
    citation: writeCitation(ctx.release ?? state),
    licence: LICENCE.id,
    revision: state.revision,
    release: ctx.release?.name ?? null,
    knownOn: readKnownOn(ctx, asked),
    metadata: addressOf(ctx, asked, 'metadata.json'),
  };
}

/** What a table's files hold, as `.metadata.json` tells it. */
export function writeMetadata(ctx: Context, asked: Asked, state: State & { rows: number }): string {
  const { title, citation, revision, release, knownOn } = describeFile(ctx, asked, state);
  const { name, row, columns } = asked.table;
  const told = {
    name,
    title,
    row,
    rows: state.rows,
    asked: asked.args,
    known_on: knownOn,
    revision,
    published_at: state.publishedAt,
    release,
    licence: LICENCE,
    citation,
    notes: NOTES,
    columns,
    files: Object.fromEntries(FORMATS.map(({ ending }) => [ending, addressOf(ctx, asked, ending)])),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

/** A name that tells the table, the state of the records, and whether it is a part. */
export function nameFile(ctx: Context, asked: Asked, { revision }: State, ending: string): string {
  const { release } = ctx;
  const state = release ? `release-${release.name}` : `${readKnownOn(ctx, asked)}-r${revision}`;
  const part = Object.keys(asked.args).some((name) => name !== 'knownOn') ? '-part' : '';
  return `muster-${asked.table.name}-${state}${part}.${ending}`;
}

function readKnownOn(ctx: Context, { args }: Asked): string {
  return typeof args.knownOn === 'string' ? args.knownOn : ctx.today;
}
