import { loadList } from '@/api/load-list.ts';
import { editPath, type Kind } from '@/features/editing/kinds.ts';
import { stateWords } from '@/features/editing/state-words.ts';
import type { Viewer } from '@/features/session/viewer.ts';
import type * as api from '@/generated/contract.ts';
import { countOf } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { bulkActionsOf } from './bulk.ts';
import { columnsOf, defaultColumns } from './columns.ts';
import { FilterForm } from './filter-form.tsx';
import { loadRecords } from './load.ts';
import styles from './records.module.css';
import type { RecordRow } from './rows.ts';
import type { SavedView } from './saved-views.ts';
import { PageTick, RowTick, Selection } from './selection.tsx';
import { addressOfRecords, hasSorts, type RecordsView, type Sort, sorts, wholeList } from './view.ts';
import { ViewList } from './view-list.tsx';

interface RecordListProps {
  kind: Kind;
  asked: RecordsView;
  viewer: Viewer;
}

/** The records of a kind, whatever their state, with what can be done to many at once. */
export async function RecordList({ kind, asked, viewer }: RecordListProps) {
  const { view, page, refusals } = await loadList(asked, { ...wholeList, columns: asked.columns }, (part) =>
    loadRecords(kind, part),
  );
  const { rows, totalCount, pageInfo } = page;
  const here = { ...view, after: null, before: null };
  const hasTicks = bulkActionsOf(kind).length > 0;
  const order = hasSorts(kind) ? sorts[view.sort].words : 'last changed first';
  const summary = `${countOf(totalCount, kind.noun, kind.plural)}, ${order}`;
  const base = `/admin/${kind.path}`;
  return (
    <>
      <Refusals sentences={refusals} />
      <FilterForm kind={kind} view={view} />
      <ViewList
        path={kind.path}
        base={base}
        query={queryOf(addressOfRecords(kind, here))}
        builtIn={listBuiltIn(kind)}
      />
      {rows.length === 0 ? (
        <Empty>Nothing matches. Try other words, or all states.</Empty>
      ) : (
        <Selection
          key={addressOfRecords(kind, view)}
          path={kind.path}
          role={viewer.role}
          rows={rows.map(({ key, title, state, version }) => ({ key, title, state, version }))}
        >
          <div className={styles.head}>
            {hasTicks && <PageTick />}
            <span>{summary}</span>
          </div>
          <div className={styles.table}>
            <DataTable
              caption={summary}
              rows={rows}
              rowKey={({ key }) => key}
              columns={writeColumns(kind, here, hasTicks)}
            />
          </div>
        </Selection>
      )}
      <Pager
        previous={
          pageInfo.hasPreviousPage
            ? addressOfRecords(kind, { ...here, before: pageInfo.startCursor ?? null })
            : null
        }
        next={
          pageInfo.hasNextPage ? addressOfRecords(kind, { ...here, after: pageInfo.endCursor ?? null }) : null
        }
      />
    </>
  );
}

/** Every list's views without anybody keeping them. */
function listBuiltIn(kind: Kind): SavedView[] {
  const viewOf = (name: string, view: Partial<RecordsView>) => ({
    name,
    query: queryOf(addressOfRecords(kind, view)),
  });
  const states = kind.hasStates ? (Object.keys(stateWords) as api.RecordState[]) : [];
  return [
    viewOf('All', {}),
    ...states.map((state) => viewOf(state === 'DRAFT' ? 'Drafts' : stateWords[state], { state })),
    ...(hasSorts(kind) && kind.isOpen ? [viewOf('Newest', { sort: 'newest' })] : []),
  ];
}

const queryOf = (address: string) => address.split('?')[1] ?? '';

function writeColumns(kind: Kind, here: RecordsView, hasTicks: boolean): Column<RecordRow>[] {
  const chosen = here.columns ?? defaultColumns(kind);
  const hasKey = chosen.includes('slug') || kind.path === 'links';
  return [
    {
      key: 'title',
      label: kind.path === 'links' ? 'Link' : 'Title',
      // The more columns there are, the less is left for the title.
      width: chosen.length > 5 ? '30%' : '44%',
      minWidth: '17rem',
      cell: (row) => <Name kind={kind} row={row} hasTick={hasTicks} hasKey={!hasKey} />,
      ...findSort(kind, here, 'title', 'title-back'),
    },
    ...columnsOf(kind)
      .filter(({ key }) => chosen.includes(key))
      .map(({ key, label }) => ({
        key,
        label,
        cell: ({ cells }: RecordRow) => <Cell text={cells[key] ?? null} isTime={key === 'changed'} />,
        ...(key === 'slug' && findSort(kind, here, 'name', 'name-back')),
        ...(key === 'changed' && findSort(kind, here, 'changed', 'unchanged')),
      })),
  ];
}

/** The address that sorts by a column, the other way round where it already does. */
function findSort(kind: Kind, here: RecordsView, first: Sort, second: Sort): Partial<Column<RecordRow>> {
  if (!hasSorts(kind)) return {};
  const sort = here.sort === first ? second : first;
  const sorted = [first, second].includes(here.sort)
    ? sorts[here.sort].direction === 'ASC'
      ? 'ascending'
      : 'descending'
    : undefined;
  return { sortHref: addressOfRecords(kind, { ...here, sort }), sorted };
}

function Cell({ text, isTime }: { text: string | null; isTime: boolean }) {
  if (text === null) {
    return (
      <span className="muted" data-none>
        –
      </span>
    );
  }
  return <span className={isTime ? styles.time : styles.cell}>{text}</span>;
}

interface NameProps {
  kind: Kind;
  row: RecordRow;
  hasTick: boolean;
  hasKey: boolean;
}

function Name({ kind, row: { key, title, publicPath }, hasTick, hasKey }: NameProps) {
  const path = editPath(kind, key);
  return (
    <div className={styles.name}>
      {hasTick && <RowTick recordKey={key} title={title} />}
      <div>
        <Link href={path}>{title}</Link>
        <small className={styles.ways}>
          {hasKey && <span>{key}</span>}
          {publicPath && <Link href={publicPath}>Public page</Link>}
          <Link href={`${path}/history`}>History</Link>
        </small>
      </div>
    </div>
  );
}
