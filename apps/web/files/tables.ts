import { type CsvValue, writeCsv } from '@/text/csv.ts';
import { withRelease } from '@/text/release.ts';
import { fileAddress, fileKinds } from './address.ts';
import type { Provenance } from './provenance.ts';
import type { FileColumn, ViewFile } from './view-file.ts';

export const ending: FileColumn[] = [
  { name: 'known_on', description: 'The day as of which the record is read.' },
  { name: 'page', description: 'Address of the page that shows the same.' },
  { name: 'metadata', description: 'Address of the description of this file, with all its sources.' },
  { name: 'licence', description: 'Licence of the data, by its SPDX name.' },
  { name: 'citation', description: 'How to cite the data.' },
];

/** The view's table as CSV after RFC 4180; every row names its page, licence and citation. Empty: the record is silent. */
export function writeViewCsv(view: ViewFile, provenance: Provenance): string {
  const { columns, knownOn } = view;
  const { permalink, metadata, licence, citation } = provenance;
  const fixed = [knownOn, permalink, metadata, licence, citation];
  return writeCsv([
    [...columns, ...ending].map(({ name }) => name),
    ...writeRows(view, provenance).map((row) => [...row, ...fixed]),
  ]);
}

/** The view's table as JSON, each row an object, with its words, citation and sources. */
export function writeViewJson(view: ViewFile, provenance: Provenance): string {
  const names = view.columns.map(({ name }) => name);
  const rows = writeRows(view, provenance).map((row) =>
    Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])),
  );
  return format({ ...describeView(view, provenance), rows });
}

/** What the view's files hold: words, columns with their meaning, sources, citation, and the files' addresses. */
export function writeViewMetadata(view: ViewFile, provenance: Provenance): string {
  const origin = new URL(provenance.permalink).origin;
  const kinds = view.draw ? fileKinds : fileKinds.filter((kind) => kind !== 'svg' && kind !== 'png');
  const files = Object.fromEntries(kinds.map((kind) => [kind, origin + fileAddress(view.page, kind)]));
  return format({ ...describeView(view, provenance), csv_ending: ending, files });
}

/** The rows with whole addresses where they hold paths. */
function writeRows({ columns, rows }: ViewFile, { permalink, release }: Provenance): CsvValue[][] {
  const { origin } = new URL(permalink);
  return rows.map((row) =>
    row.map((value, i) =>
      columns[i]?.isPath && typeof value === 'string' ? origin + withRelease(value, release) : value,
    ),
  );
}

/** A view's words and origin, as every file tells them. */
export function describeView(
  view: ViewFile,
  { permalink, citation, licence, revision, release }: Provenance,
) {
  const { title, summary, notes, key, knownOn, columns, sources } = view;
  return {
    title,
    summary,
    notes,
    key: key.map(({ words }) => words),
    known_on: knownOn,
    page: permalink,
    revision,
    release,
    licence,
    citation,
    columns: columns.map(({ name, description }) => ({ name, description })),
    sources: sources.map(({ slug, title: name, publisher, publishedOn, url }) => ({
      title: name,
      publisher,
      published_on: publishedOn,
      url,
      page: new URL(permalink).origin + withRelease(`/sources/${slug}`, release),
    })),
  };
}

function format(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
