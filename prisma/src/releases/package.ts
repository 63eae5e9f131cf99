import type { TableFile } from './files/index.ts';

/** What a written file is, to whoever checks it. */
export interface WrittenFile {
  name: string;
  title: string;
  mediaType: string;
  /** Rows below the header; null where it is no table. */
  rows: number | null;
  bytes: number;
  /** In hex. */
  sha256: string;
}

interface PackageFacts {
  name: string;
  day: string;
  revision: number;
  at: Date;
}

export const LICENCE = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/',
};

const DESCRIPTION =
  'A dated copy of the published records that never changes. An empty field means that the record is silent; it is never ' +
  'zero. A number is a range of two columns, low and high. A text that a spreadsheet would run as a formula has an ' +
  'apostrophe before it.';

/** The release's description after Frictionless Data Package 2.0. Paths are relative to its own address. */
export function describePackage(
  { name, day, revision, at }: PackageFacts,
  tables: readonly { table: TableFile; file: WrittenFile }[],
): string {
  const description = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `muster-${name}`,
    title: `Muster, release ${name}`,
    description: DESCRIPTION,
    version: name,
    created: at.toISOString(),
    licenses: [LICENCE],
    // What the whole rests on, document by document, is a table of its own.
    sources: [{ title: 'The documents of sources.csv', path: 'sources.csv' }],
    known_on: day,
    revision,
    resources: tables.map(describeResource),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function describeResource({ table, file }: { table: TableFile; file: WrittenFile }) {
  const { name, title, fields, primaryKey, pointsTo = {} } = table;
  return {
    name,
    type: 'table',
    title,
    path: file.name,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: fields.map(({ name: column, type, description }) => ({ name: column, type, description })),
      missingValues: [''],
      ...(primaryKey && { primaryKey }),
      foreignKeys: Object.entries(pointsTo).map(([column, [resource, target]]) => ({
        fields: [column],
        reference: { resource, fields: [target] },
      })),
    },
  };
}

/** As `sha256sum --check` reads it. */
export function writeSums(files: readonly WrittenFile[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
