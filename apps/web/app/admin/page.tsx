import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { EditableCommitmentsDocument } from '@/features/editing/documents.ts';
import styles from '@/features/editing/editing.module.css';
import { stateWords } from '@/features/editing/state-words.ts';
import { SignOutButton } from '@/features/session/sign-out-button.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import type * as api from '@/generated/contract.ts';
import { formatDate, formatRange } from '@/text/index.ts';
import { unitWords } from '@/text/words.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export default async function AdminPage({ searchParams }: PageProps<'/admin'>) {
  const viewer = await requireViewer('/admin');
  const asked = await searchParams;
  const text = typeof asked.text === 'string' ? asked.text : '';
  const state = Object.keys(stateWords).find((name) => name === asked.state) as api.RecordState | undefined;
  const after = typeof asked.after === 'string' ? asked.after : undefined;
  const { editableCommitments } = await queryAsViewer(EditableCommitmentsDocument, {
    state: state ? [state] : undefined,
    text: text || undefined,
    after,
  });
  const { nodes, totalCount, pageInfo } = editableCommitments;
  const next = new URLSearchParams({ text, state: state ?? '', after: pageInfo.endCursor ?? '' });
  return (
    <>
      <PageHeader
        kicker={
          <>
            {`${viewer.name}, ${viewer.role.toLowerCase()} · `}
            <SignOutButton />
          </>
        }
        title="Commitments"
        dek="What readers see changes only when a record is published."
      />
      <form method="get" className={styles.search}>
        <label>
          Search
          <input name="text" type="search" defaultValue={text} />
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
        <Link href="/admin/commitments/new">New commitment</Link>
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
              align: 'end',
              cell: ({ quantity, unit, rate }) =>
                quantity
                  ? `${formatRange(quantity)} ${unitWords[unit]}${rate ? ' per year' : ''}`
                  : 'none stated',
            },
            {
              key: 'stated',
              label: 'Stated',
              cell: ({ statedOn }) => (statedOn ? formatDate(statedOn) : 'undated'),
            },
            { key: 'state', label: 'State', cell: (row) => stateWords[row.state] },
          ]}
        />
      )}
      {pageInfo.hasNextPage && (
        <p>
          <Link href={`/admin?${next}`}>Next 50</Link>
        </p>
      )}
    </>
  );
}
