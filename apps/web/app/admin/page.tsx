import { loadList } from '@/api/load-list.ts';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { EditableCommitmentsDocument } from '@/features/editing/documents.ts';
import styles from '@/features/editing/editing.module.css';
import { stateWords } from '@/features/editing/state-words.ts';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import type * as api from '@/generated/contract.ts';
import { addressOf, formatDate, formatRange, readParam } from '@/text/index.ts';
import { unitWords } from '@/text/words.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Refusals } from '@/ui/refusals.tsx';

interface AdminView {
  text: string | null;
  state: api.RecordState | null;
  after: string | null;
  before: null;
}

async function listEditable({ text, state, after }: AdminView) {
  const variables = { text, state: state ? [state] : null, after };
  return (await queryAsViewer(EditableCommitmentsDocument, variables)).editableCommitments;
}

export default async function AdminPage({ searchParams }: PageProps<'/admin'>) {
  const viewer = await requireViewer('/admin');
  const params = await searchParams;
  const named = readParam(params, 'state') ?? '';
  const asked: AdminView = {
    text: readParam(params, 'text'),
    state: Object.hasOwn(stateWords, named) ? (named as api.RecordState) : null,
    after: readParam(params, 'after'),
    before: null,
  };
  const unfiltered: AdminView = { text: null, state: null, after: null, before: null };
  const { view, page, refusals } = await loadList(asked, unfiltered, listEditable);
  const { text, state } = view;
  const { nodes, totalCount, pageInfo } = page;
  const next = addressOf('/admin', { text, state, after: pageInfo.endCursor });
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin" />}
        title="Commitments"
        dek="What readers see changes only when a record is published."
      />
      <Refusals sentences={refusals} />
      <form method="get" className={styles.search}>
        <label>
          Search
          <input name="text" type="search" defaultValue={text ?? ''} />
        </label>
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
        <button type="submit" className={styles.button}>
          Show
        </button>
        <Link className={styles.beside} href="/admin/commitments/new">
          New commitment
        </Link>
      </form>
      {nodes.length === 0 ? (
        <Empty>Nothing matches. Try other words, or all states.</Empty>
      ) : (
        <DataTable
          caption={`${totalCount} commitments, last changed first`}
          showCaption
          rows={nodes}
          rowKey={({ slug }) => slug}
          columns={[
            {
              key: 'title',
              label: 'Commitment',
              width: '56%',
              cell: ({ slug, title }) => (
                <>
                  <Link href={`/admin/commitments/${slug}`}>{title}</Link>
                  <small>{slug}</small>
                </>
              ),
            },
            {
              key: 'number',
              label: 'Number',
              width: '16%',
              align: 'end',
              cell: ({ quantity, unit, rate }) =>
                quantity
                  ? `${formatRange(quantity)} ${unitWords[unit]}${rate ? ' per year' : ''}`
                  : 'none stated',
            },
            {
              key: 'stated',
              label: 'Stated',
              width: '16%',
              cell: ({ statedOn }) => (statedOn ? formatDate(statedOn) : 'undated'),
            },
            { key: 'state', label: 'State', cell: (row) => stateWords[row.state] },
          ]}
        />
      )}
      {pageInfo.hasNextPage && (
        <p>
          <Link href={next}>Next 50</Link>
        </p>
      )}
    </>
  );
}
