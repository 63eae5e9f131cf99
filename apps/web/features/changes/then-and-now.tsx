import { viewPath } from '@/features/overview/view.ts';
import { formatDay, formatRange, placeName, type Range } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import type { ThenAndNow } from './since-queries.ts';

interface Row {
  key: 'pledged' | 'due' | 'reported';
  label: string;
}

const rows: Row[] = [
  { key: 'pledged', label: 'Promised' },
  { key: 'due', label: 'Due by that day' },
  { key: 'reported', label: 'Reported' },
];

interface ThenAndNowProps {
  totals: ThenAndNow;
  since: string;
  today: string;
}

/** The overview's ranges as known on a day beside today's, each leading to the view that prints it. */
export function ThenAndNowTable({ totals: { past, now, provider }, since, today }: ThenAndNowProps) {
  const cell = (reading: ThenAndNow['now']) => (row: Row) => (
    <RangeLink
      range={reading[row.key]}
      tone={row.key === 'reported' ? 'report' : 'commit'}
      reading={reading}
    />
  );
  const who = provider ? `by ${placeName(provider)}` : 'by everyone';
  return (
    <>
      <DataTable
        caption={`Totals as known on ${formatDay(since)} and today`}
        compact
        columns={[
          { key: 'what', label: 'People', width: '28%', cell: ({ label }) => label },
          { key: 'then', label: `As known on ${formatDay(since)}`, align: 'end', cell: cell(past) },
          { key: 'now', label: `As known today, ${formatDay(today)}`, align: 'end', cell: cell(now) },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <small style={{ marginTop: 'var(--space-2)' }}>
        Training of police and security professionals {who}, {now.view.from}–{now.view.to}. Places are read as
        people, and promises fall due evenly. A range is the fewest and the most people that fit what was said
        by then.
      </small>
    </>
  );
}

function RangeLink({ range, tone, reading }: { range: Range; tone: string; reading: ThenAndNow['now'] }) {
  return (
    <Link href={viewPath(reading.view)} className={`${tone} nowrap`}>
      {formatRange(range)}
    </Link>
  );
}
