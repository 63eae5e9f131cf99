import { editPath, kindOf } from '@/features/editing/kinds.ts';
import { formatChange } from '@/features/records/rows.ts';
import { startLine } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import styles from './desk.module.css';
import type { WaitingRecord } from './documents.ts';

interface WaitingListProps {
  records: WaitingRecord[];
  caption: string;
  empty: string;
}

const columns: Column<WaitingRecord>[] = [
  {
    key: 'title',
    label: 'Record',
    width: '52%',
    cell: ({ entity, slug, title }) => (
      <>
        <Link href={editPath(kindOf(entity), slug)}>{title}</Link>
        <small>{startLine(kindOf(entity).noun)}</small>
      </>
    ),
  },
  {
    key: 'by',
    label: 'Last changed by',
    cell: ({ changedBy, isOwn, actions }) => (
      <>
        {changedBy ?? 'nobody known'}
        {isOwn && (
          <small>{actions.includes('PUBLISH') ? 'your own: better seen by another' : 'your own'}</small>
        )}
      </>
    ),
  },
  {
    key: 'at',
    label: 'Changed, UTC',
    cell: ({ changedAt }) => (
      <time dateTime={changedAt} className={styles.time}>
        {formatChange(changedAt)}
      </time>
    ),
  },
];

export function WaitingList({ records, caption, empty }: WaitingListProps) {
  if (records.length === 0) return <Empty>{empty}</Empty>;
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={records}
      rowKey={({ entity, slug }) => `${entity} ${slug}`}
    />
  );
}
