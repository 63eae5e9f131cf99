import type { TrackDomain } from '@/charts/window-track/index.ts';
import { CommitmentTable } from '@/features/commitment/table.tsx';
import { ReportedTotalTable } from '@/features/reported-total/table.tsx';
import { countOf } from '@/text/index.ts';
import { Section } from '@/ui/section.tsx';
import styles from './country.module.css';
import { splitByReach } from './reach.ts';
import type { Country } from './record.tsx';

interface ReceivedProps {
  country: Country;
  at: string;
  domain: TrackDomain;
  known: string | null;
}

/** Promises to a country: those that name it, then those that reach it through a group. */
export function ReceivedCommitments({ country, at, domain, known }: ReceivedProps) {
  const { iso3, name, commitments } = country;
  const { named, reached } = splitByReach(iso3, commitments.nodes);
  if (commitments.nodes.length === 0) return null;
  return (
    <Section id="promised" title="Promised to it" aside={countOf(commitments.nodes.length, 'commitment')}>
      {named.length > 0 && (
        <>
          <h3 className={styles.subhead}>Naming {name}</h3>
          <CommitmentTable
            rows={named}
            at={at}
            domain={domain}
            known={known}
            caption={`Commitments that name ${name}`}
          />
        </>
      )}
      {reached.length > 0 && (
        <>
          <h3 className={styles.subhead}>Through a group to which it belonged on the day</h3>
          <CommitmentTable
            rows={reached}
            at={at}
            domain={domain}
            known={known}
            caption={`Commitments to groups of ${name}`}
          />
        </>
      )}
    </Section>
  );
}

/** Reports on training for a country, in the same two parts. */
export function ReceivedReports({ country, at, domain, known }: ReceivedProps) {
  const { iso3, name, reportedTotals } = country;
  const { named, reached } = splitByReach(iso3, reportedTotals.nodes);
  if (reportedTotals.nodes.length === 0) return null;
  return (
    <Section id="reported" title="Reported of it" aside={countOf(reportedTotals.nodes.length, 'report')}>
      {named.length > 0 && (
        <>
          <h3 className={styles.subhead}>Naming {name}</h3>
          <ReportedTotalTable
            rows={named}
            at={at}
            domain={domain}
            known={known}
            caption={`Reports that name ${name}`}
          />
        </>
      )}
      {reached.length > 0 && (
        <>
          <h3 className={styles.subhead}>Through a group to which it belonged on the day</h3>
          <ReportedTotalTable
            rows={reached}
            at={at}
            domain={domain}
            known={known}
            caption={`Reports on groups of ${name}`}
          />
        </>
      )}
    </Section>
  );
}
