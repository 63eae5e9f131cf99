import { TotalText } from '@/features/totals/total-text.tsx';
import type { BreakdownRangesFragment } from '@/generated/graphql.ts';
import { DataTable } from '@/ui/data-table.tsx';

/** The regions of those whom a provider trains, with its ranges for each. */
export function RegionTable({ rows }: { rows: BreakdownRangesFragment['rows'] }) {
  return (
    <DataTable
      caption="Promised, due and reported by region, in people; rows must not be added"
      showCaption
      compact
      rows={rows}
      rowKey={({ key }) => key ?? ''}
      columns={[
        { key: 'name', label: 'Region', cell: ({ label }) => label },
        {
          key: 'promised',
          label: 'Promised',
          align: 'end',
          cell: ({ pledged }) => <TotalText range={pledged} />,
        },
        { key: 'due', label: 'Due', align: 'end', cell: ({ due }) => <TotalText range={due} /> },
        {
          key: 'reported',
          label: 'Reported',
          align: 'end',
          cell: ({ reported }) => <TotalText range={reported} />,
        },
      ]}
    />
  );
}
