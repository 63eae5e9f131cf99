import type { ColumnWords } from '../exports/column.ts';
import { csv } from '../exports/formats/csv.ts';
import { xlsx } from '../exports/formats/xlsx.ts';
import type { Reading } from '../modules/export/queries/reading.ts';
import { ENTITIES } from '../modules/import/entities.ts';
import { readStored } from '../modules/import/queries/stored.ts';
import { type CountRecord, WRITTEN_FIELDS } from './columns.ts';

export const EXPORT_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  json: 'application/json; charset=utf-8',
  csv: csv.mediaType,
  xlsx: xlsx.mediaType,
};

/**
 * Every record in its input shape, in any state, by name: JSON holds all kinds, CSV and XLSX the counts, with their claims as
 * JSON in a column. Read and written batch by batch.
 */
export function writeExport(format: ExportFormat, reading: Reading): AsyncIterable<string | Uint8Array> {
  if (format === 'json') return writeJson(reading);
  const rows = readRows(reading);
  const about = { title: 'Counts', citation: '', licence: '', release: null, knownOn: '', metadata: '' };
  return (format === 'csv' ? csv : xlsx).write(COLUMNS, rows, { ...about, revision: reading.revision });
}

const COLUMNS: ColumnWords[] = WRITTEN_FIELDS.map(({ name, label }) => ({
  name,
  type: 'string',
  meaning: label,
  unit: null,
  empty: null,
}));

async function* writeJson({ records, check }: Reading): AsyncGenerator<string> {
  let between = '{\n';
  for (const { entity, list } of ENTITIES) {
    yield `${between}  ${JSON.stringify(list)}: [`;
    let isFirst = true;
    for await (const batch of readStored(records, entity)) {
      await check();
      const lines = batch.map(({ input }) => `    ${JSON.stringify(input)}`).join(',\n');
      yield `${isFirst ? '\n' : ',\n'}${lines}`;
      isFirst = false;
    }
    yield isFirst ? ']' : '\n  ]';
    between = ',\n';
  }
  yield '\n}\n';
}

async function* readRows({ records, check }: Reading) {
  for (const kind of ['COMMITMENT', 'REPORTED_TOTAL'] as const) {
    const entity = kind === 'COMMITMENT' ? 'Commitment' : 'ReportedTotal';
    for await (const batch of readStored(records, entity)) {
      await check();
      yield batch.map(({ input }) =>
        WRITTEN_FIELDS.map(({ write }) => write({ kind, input: input as CountRecord['input'] })),
      );
    }
  }
}
