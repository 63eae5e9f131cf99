import { fileAddress } from '@/files/address.ts';
import { ending } from '@/files/tables.ts';
import { Dictionary } from './dictionary.tsx';
import { dataFiles } from './files.ts';

/** What each column of each view's file holds, as the files' own metadata says it. */
export function Columns() {
  return (
    <>
      {dataFiles.map(({ page, title, columns }) => (
        <Dictionary
          key={page}
          title={title}
          address={fileAddress(page, 'csv').split('?')[0] ?? ''}
          noun="column"
          items={columns}
        />
      ))}
      <Dictionary title="At the end of every row" address="every view’s .csv" noun="column" items={ending} />
    </>
  );
}
