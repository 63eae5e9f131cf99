import { fileAddress } from '@/files/address.ts';
import { ending } from '@/files/tables.ts';
import type { FileColumn } from '@/files/view-file.ts';
import { countOf } from '@/text/index.ts';
import styles from './data.module.css';
import { dataFiles } from './files.ts';

/** What each column of each file holds, as the files' own metadata says it. */
export function Columns() {
  return (
    <>
      {dataFiles.map(({ page, title, columns }) => (
        <Dictionary key={page} title={title} address={fileAddress(page, 'csv')} columns={columns} />
      ))}
      <Dictionary title="At the end of every row" address="every .csv" columns={ending} />
    </>
  );
}

interface DictionaryProps {
  title: string;
  address: string;
  columns: FileColumn[];
}

function Dictionary({ title, address, columns }: DictionaryProps) {
  return (
    <details className={styles.dictionary}>
      <summary>
        {title}{' '}
        <span className="muted">
          {address.split('?')[0]} · {countOf(columns.length, 'column')}
        </span>
      </summary>
      <dl>
        {columns.map(({ name, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <Description text={description} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Names of other columns stand between backticks in a description. */
function Description({ text }: { text: string }) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part));
}
