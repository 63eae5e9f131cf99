import type { TrackDomain } from '@/charts/window-track/index.ts';
import { countColumns } from '@/features/count/count-columns.tsx';
import type { ListView } from '@/features/count/list-view.ts';
import type { CommitmentLineFragment } from '@/generated/graphql.ts';
import { describeVerdict } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';

interface CommitmentTableProps {
  rows: CommitmentLineFragment[];
  at: string;
  known: string | null;
  view?: ListView;
  caption?: string;
  /** The line of time of all tables that are read together. */
  domain?: TrackDomain;
}

/** Commitments with number, window, recipients and verdict. */
export function CommitmentTable({
  rows,
  at,
  known,
  view,
  caption = 'Commitments',
  domain,
}: CommitmentTableProps) {
  const last = { label: 'Verdict', cell: (row: CommitmentLineFragment) => <VerdictCell row={row} /> };
  const columns = countColumns({ name: 'Commitment', rows, at, known, view, domain, last });
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ slug }) => slug} />;
}

function VerdictCell({ row }: { row: CommitmentLineFragment }) {
  const { word, detail } = describeVerdict(row);
  return (
    <>
      {word}
      <small>{detail}</small>
    </>
  );
}
