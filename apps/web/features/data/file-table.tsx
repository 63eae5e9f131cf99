import { type FileKind, fileAddress } from '@/files/address.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { FileLink, Link } from '@/ui/link.tsx';
import styles from './data.module.css';
import { type DataFile, dataFiles, listKinds } from './files.ts';

const kindWords: Record<FileKind, string> = {
  csv: 'CSV',
  json: 'JSON',
  svg: 'SVG',
  png: 'PNG',
  'metadata.json': 'Metadata',
};

const columns: Column<DataFile>[] = [
  {
    key: 'title',
    label: 'View',
    width: '30%',
    cell: ({ page, title }) => <Link href={page}>{title}</Link>,
  },
  { key: 'row', label: 'One row is', width: '30%', cell: ({ row }) => row },
  { key: 'files', label: 'As a file', cell: (file) => <Kinds file={file} /> },
];

/** Every list as files. */
export function FileTable() {
  return (
    <DataTable caption="Views as files" columns={columns} rows={dataFiles} rowKey={({ page }) => page} />
  );
}

function Kinds({ file }: { file: DataFile }) {
  return (
    <span className={styles.kinds}>
      {listKinds(file).map((kind) => (
        <FileLink key={kind} href={fileAddress(file.page, kind)}>
          {kindWords[kind]}
          <span className="sr-only"> of {file.title}</span>
        </FileLink>
      ))}
    </span>
  );
}
