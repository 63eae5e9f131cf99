import { formatNumber } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { FileLink } from '@/ui/link.tsx';
import styles from './data.module.css';
import { Dictionary } from './dictionary.tsx';
import { Downloads } from './downloads.tsx';
import type { Dataset } from './queries.ts';

type Table = Dataset['tables'][number];
type TableColumn = Table['columns'][number];

const METADATA = 'metadata.json';
const endingWords: Record<string, string> = {
  csv: 'CSV',
  json: 'JSON',
  xlsx: 'Excel',
  parquet: 'Parquet',
  [METADATA]: 'Metadata',
};

const columns: Column<Table>[] = [
  { key: 'title', label: 'Table', width: '24%', cell: ({ title }) => title },
  { key: 'row', label: 'One row is', width: '30%', cell: ({ row }) => row },
  { key: 'rows', label: 'Rows', align: 'end', width: '8%', cell: ({ rows }) => formatNumber(rows) },
  { key: 'files', label: 'Download', cell: (table) => <Files table={table} /> },
];

/** Every table of the records, whole, in each format. */
export function Tables({ tables }: { tables: Table[] }) {
  return (
    <Downloads>
      <DataTable caption="Tables as files" columns={columns} rows={tables} rowKey={({ name }) => name} />
    </Downloads>
  );
}

function Files({ table: { name, title, files } }: { table: Table }) {
  return (
    <span className={styles.kinds}>
      {files.map(({ ending }) => (
        <FileLink
          key={ending}
          href={`/data/${name}.${ending}`}
          // The description is for reading; the rest is for keeping.
          data-download={ending === METADATA ? undefined : `${name}.${ending}`}
        >
          {endingWords[ending] ?? ending}
          <span className="sr-only"> of {title}</span>
        </FileLink>
      ))}
    </span>
  );
}

const typeWords: Record<TableColumn['type'], string> = {
  STRING: 'text',
  INTEGER: 'whole number',
  BOOLEAN: 'true or false',
  DATE: 'day',
  DATETIME: 'instant in UTC',
  LIST: 'list of texts',
};

/** What each column of each table holds. */
export function TableColumns({ tables }: { tables: Table[] }) {
  return tables.map(({ name, title, columns: own }) => (
    <Dictionary
      key={name}
      title={title}
      address={`/data/${name}`}
      noun="column"
      items={own.map((column) => ({
        name: column.name,
        description: column.empty ? `${column.meaning} Empty: ${column.empty}` : column.meaning,
        aside: column.unit
          ? `${typeWords[column.type]}, ${column.unit.replaceAll('`', '')}`
          : typeWords[column.type],
      }))}
    />
  ));
}

/** What each table's addresses take. */
export function TableParameters({ tables }: { tables: Table[] }) {
  return tables.map(({ name, title, parameters }) => (
    <Dictionary key={name} title={title} address={`/data/${name}`} noun="parameter" items={parameters} />
  ));
}
