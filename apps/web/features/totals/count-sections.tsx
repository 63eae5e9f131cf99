import { CommitmentTable } from '@/features/commitment/table.tsx';
import { spanRows } from '@/features/count/count-columns.tsx';
import { ReportedTotalTable } from '@/features/reported-total/table.tsx';
import type { CommitmentLineFragment, CountLineFragment } from '@/generated/graphql.ts';
import { addressOf, countOf } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Section } from '@/ui/section.tsx';

interface Held<Row> {
  totalCount: number;
  nodes: Row[];
}

interface CountSectionsProps {
  commitments: Held<CommitmentLineFragment>;
  reports: Held<CountLineFragment>;
  /** Whose they are, for the captions: "under FOCAC", "of China". */
  whose: string;
  /** What the lists of all counts filter by to show these alone. */
  filter: { program: string } | { provider: string };
  at: string;
  known: string | null;
}

/** The commitments and the reported totals of a program or a provider, on one line of time. */
export function CountSections({ commitments, reports, whose, filter, at, known }: CountSectionsProps) {
  const domain = spanRows([...commitments.nodes, ...reports.nodes], at);
  return (
    <>
      {commitments.totalCount > 0 && (
        <Section
          id="commitments"
          title={countOf(commitments.totalCount, 'commitment')}
          aside={<Link href={addressOf('/commitments', { ...filter, known })}>Sort and filter them</Link>}
        >
          <CommitmentTable
            rows={commitments.nodes}
            at={at}
            domain={domain}
            known={known}
            caption={`Commitments ${whose}`}
          />
        </Section>
      )}
      {reports.totalCount > 0 && (
        <Section
          id="reports"
          title={countOf(reports.totalCount, 'reported total')}
          aside={<Link href={addressOf('/reported', { ...filter, known })}>Sort and filter them</Link>}
        >
          <ReportedTotalTable
            rows={reports.nodes}
            at={at}
            domain={domain}
            known={known}
            caption={`Reported totals ${whose}`}
          />
        </Section>
      )}
    </>
  );
}
