import type { HeroData, HeroPoint } from '@/charts/hero/props.ts';
import { formatRange, formatShortDate } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import styles from './overview.module.css';

/** The table behind the chart: amounts at the end of each year, and on the day of knowledge. */
export function SeriesTable({ data, csvPath }: { data: HeroData; csvPath: string }) {
  const rows = data.points.filter(({ on }) => on.endsWith('-01-01') && on !== data.from);
  const exact = data.points.find(({ on }) => on === data.asOf);
  if (exact && !rows.includes(exact)) rows.push(exact);
  rows.sort((a, b) => a.on.localeCompare(b.on));
  return (
    <details className={styles.behind}>
      <summary>The table behind the chart</summary>
      <p className="muted">
        Amounts since the start of {data.from.slice(0, 4)}, in people.{' '}
        <Link href={csvPath} prefetch={false}>
          Month by month as CSV
        </Link>
      </p>
      <DataTable<HeroPoint>
        caption="Promised, due and reported by the end of each year"
        compact
        rows={rows}
        rowKey={({ on }) => on}
        columns={[
          {
            key: 'by',
            label: 'By the end of',
            cell: ({ on }) =>
              on === data.asOf ? formatShortDate({ date: on, precision: 'DAY' }) : yearBefore(on),
          },
          { key: 'promised', label: 'Promised', align: 'end', cell: ({ pledged }) => formatRange(pledged) },
          { key: 'due', label: 'Due', align: 'end', cell: ({ due }) => formatRange(due) },
          {
            key: 'reported',
            label: 'Reported',
            align: 'end',
            cell: ({ on, reported }) =>
              on > data.asOf ? <span className="muted">not yet</span> : formatRange(reported),
          },
        ]}
      />
    </details>
  );
}

function yearBefore(iso: string): string {
  return String(Number(iso.slice(0, 4)) - 1);
}
