import { countColumns } from '@/features/count/count-columns.tsx';
import type { ListView } from '@/features/count/list-view.ts';
import type { CommitmentLineFragment } from '@/generated/graphql.ts';
import { describeVerdict, statusWords } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';

interface CommitmentTableProps {
  rows: CommitmentLineFragment[];
  at: string;
  known: string | null;
  view?: ListView;
  caption?: string;
}

/** Commitments with number, window, recipients and verdict. */
export function CommitmentTable({ rows, at, known, view, caption = 'Commitments' }: CommitmentTableProps) {
  const last = { label: 'Verdict', cell: (row: CommitmentLineFragment) => <VerdictCell row={row} /> };
  const columns = countColumns({ name: 'Commitment', rows, at, known, view, last });
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ slug }) => slug} />;
}

function VerdictCell({ row: { status, standing } }: { row: CommitmentLineFragment }) {
  const { word, detail } = describeVerdict(status, standing);
  return (
    <>
      {word}
      <small>
        {detail}
        {status === 'PROPOSED' && <> · {statusWords[status].toLowerCase()} only</>}
      </small>
    </>
  );
}
