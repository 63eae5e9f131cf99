import { CommitmentTable } from '@/features/commitment/table.tsx';
import { spanRows } from '@/features/count/count-columns.tsx';
import { ReportedTotalTable } from '@/features/reported-total/table.tsx';
import type { CommitmentLineFragment, CountLineFragment } from '@/generated/graphql.ts';
import { addressOf, countOf } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './totals.module.css';

interface Held<Row> {
  totalCount: number;
  nodes: Row[];
}

/** Rows that a page shows of each; the lists of all counts show the rest. */
const mostRows = 10;

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
            rows={commitments.nodes.slice(0, mostRows)}
            at={at}
            domain={domain}
            known={known}
            caption={`Commitments ${whose}`}
          />
          <AllOfThem
            shown={mostRows}
            total={commitments.totalCount}
            noun="commitment"
            href={addressOf('/commitments', { ...filter, known })}
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
            rows={reports.nodes.slice(0, mostRows)}
            at={at}
            domain={domain}
            known={known}
            caption={`Reported totals ${whose}`}
          />
          <AllOfThem
            shown={mostRows}
            total={reports.totalCount}
            noun="reported total"
            href={addressOf('/reported', { ...filter, known })}
          />
        </Section>
      )}
    </>
  );
}

interface AllOfThemProps {
  /** Rows of the table above, at most. */
  shown: number;
  total: number;
  noun: string;
  href: string;
}

/** Below a table that holds the newest rows alone: the way to all of them; nothing where all are shown. */
export function AllOfThem({ shown, total, noun, href }: AllOfThemProps) {
  if (total <= shown) return null;
  return (
    <p className={styles.allOfThem}>
      The newest {shown} are shown. <Link href={href}>All {countOf(total, noun)}</Link>
    </p>
  );
}
