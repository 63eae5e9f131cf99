import type { TrackDomain } from '@/charts/window-track/index.ts';
import { countColumns } from '@/features/count/count-columns.tsx';
import type { ListView } from '@/features/count/list-view.ts';
import type { CountLineFragment } from '@/generated/graphql.ts';
import { measureWords } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { speakerWords } from './voice.ts';

interface ReportedTotalTableProps {
  rows: CountLineFragment[];
  at: string;
  known: string | null;
  view?: ListView;
  caption?: string;
  /** The line of time of all tables that are read together. */
  domain?: TrackDomain;
}

/** Reported totals with number, window, recipients and voice. */
export function ReportedTotalTable({
  rows,
  at,
  known,
  view,
  caption = 'Reported totals',
  domain,
}: ReportedTotalTableProps) {
  const last = { label: 'Who says so', cell: (row: CountLineFragment) => <VoiceCell row={row} /> };
  const columns = countColumns({ name: 'Report', rows, at, known, view, domain, last });
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ slug }) => slug} />;
}

function VoiceCell({ row: { voice, measure } }: { row: CountLineFragment }) {
  return (
    <>
      {speakerWords[voice].name}
      {measure !== 'TRAINEES' && <small>counts {measureWords[measure]}</small>}
    </>
  );
}
