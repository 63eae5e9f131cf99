import { formatDate, formatDay } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import type { News } from './since.ts';

const columns: Column<News>[] = [
  {
    key: 'title',
    label: 'Record',
    width: '52%',
    cell: ({ path, title }) => <Link href={path}>{title}</Link>,
  },
  { key: 'kind', label: 'Kind', width: '14%', cell: ({ kind }) => kind },
  {
    key: 'number',
    label: 'Number',
    width: '16%',
    align: 'end',
    cell: ({ number }) => number ?? <span className="muted">—</span>,
  },
  { key: 'known', label: 'Known from', cell: (row) => <KnownFrom row={row} /> },
];

/** Records that became known in one year, the newest first. */
export function NewsTable({ year, news }: { year: string; news: News[] }) {
  return (
    <div style={{ marginTop: 'var(--space-5)' }}>
      <h3 id={`since-${year}`}>{year}</h3>
      <DataTable
        caption={`Records that became known in ${year}`}
        columns={columns}
        rows={news}
        rowKey={({ path }) => path}
      />
    </div>
  );
}

function KnownFrom({ row: { knownOn, statedOn } }: { row: News }) {
  const isSameDay = statedOn?.precision === 'DAY' && statedOn.date === knownOn;
  return (
    <>
      <time dateTime={knownOn}>{formatDay(knownOn)}</time>
      {!isSameDay && <small>{statedOn ? `stated ${formatDate(statedOn)}` : 'no source dates it'}</small>}
    </>
  );
}
