import editing from '@/features/editing/editing.module.css';
import type { Kind } from '@/features/editing/kinds.ts';
import { stateWords } from '@/features/editing/state-words.ts';
import { Link } from '@/ui/link.tsx';
import { columnsOf, defaultColumns } from './columns.ts';
import styles from './records.module.css';
import { addressOfRecords, hasSorts, type RecordsView, sorts } from './view.ts';

/** What a list is searched, filtered and sorted by: a form whose answer is an address. */
export function FilterForm({ kind, view }: { kind: Kind; view: RecordsView }) {
  const { text, state, sort } = view;
  return (
    <form method="get" className={styles.filters} key={addressOfRecords(kind, view)}>
      <label>
        Search
        <input name="text" type="search" defaultValue={text ?? ''} maxLength={200} data-search />
      </label>
      {kind.hasStates && (
        <label>
          State
          <select name="state" defaultValue={state ?? ''}>
            <option value="">all</option>
            {Object.entries(stateWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      )}
      {hasSorts(kind) && (
        <label>
          Order
          <select name="sort" defaultValue={sort}>
            {Object.entries(sorts).map(([value, { words }]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      )}
      <ColumnChoice kind={kind} view={view} />
      <button type="submit" className={editing.button}>
        Show
      </button>
      {kind.isOpen && (
        <Link className={styles.beside} href={`/admin/${kind.path}/new`} data-new>
          New {kind.noun}
        </Link>
      )}
    </form>
  );
}

function ColumnChoice({ kind, view: { columns } }: { kind: Kind; view: RecordsView }) {
  const chosen = columns ?? defaultColumns(kind);
  return (
    <details className={styles.columns}>
      <summary className={editing.button}>Columns</summary>
      <fieldset>
        <legend className="sr-only">Columns to show</legend>
        {columnsOf(kind).map(({ key, label }) => (
          <label key={key}>
            <input type="checkbox" name="columns" value={key} defaultChecked={chosen.includes(key)} />
            {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
