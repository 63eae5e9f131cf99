import { CommitmentTable } from '@/features/commitment/table.tsx';
import { spanRows } from '@/features/count/count-columns.tsx';
import type { AudienceChoice } from '@/features/overview/view.ts';
import { makeProviderFile } from '@/features/provider/file.ts';
import type { findProvider } from '@/features/provider/queries.ts';
import { providerPath } from '@/features/provider/view.ts';
import { ReportedTotalTable } from '@/features/reported-total/table.tsx';
import { AllOfThem } from '@/features/totals/count-sections.tsx';
import { LeftOut } from '@/features/totals/left-out.tsx';
import { hasAny, TotalsFacts } from '@/features/totals/totals-facts.tsx';
import { YearsFigure } from '@/features/years/years-figure.tsx';
import { addressOf, countOf } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './country.module.css';
import type { Country } from './record.tsx';
import { WhatCounts } from './what-counts.tsx';

/** Rows of each table here; the page of the provider and the lists show more. */
const mostRows = 3;

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

interface ProvidedProps {
  country: Country;
  provider: Provider;
  audience: AudienceChoice;
  at: string;
  known: string | null;
  /** Whether its promises are charted here too; else on its page as a provider alone. */
  isCharted: boolean;
}

/** What a country promises and trains as a provider. */
export function Provided({ country, provider, audience, at, known, isCharted }: ProvidedProps) {
  const { name } = country;
  const { totals } = provider;
  const commitments = provider.commitments.nodes;
  const reports = provider.reportedTotals.nodes;
  const slugs = new Set([...commitments, ...reports].map(({ slug }) => slug));
  const domain = spanRows([...commitments, ...reports], at);
  const notes = {
    whose: 'by it',
    promised: hasAny(totals.pledged)
      ? 'people: the fewest and the most distinct ones that fit what it said'
      : 'it promises no people in numbers',
    reported: hasAny(totals.reported) ? 'people, by it or by others' : 'no report with a number and a window',
  };
  return (
    <Section
      id="provided"
      title={`Promised and trained by ${name}`}
      aside={
        <Link href={providerPath(provider.slug, { known, audience })}>{provider.name} as a provider</Link>
      }
    >
      <TotalsFacts totals={totals} notes={notes} />
      <WhatCounts
        country={country}
        totals={totals}
        provider={provider.slug}
        audience={audience}
        known={known}
      />
      <LeftOut totals={totals} shown={slugs} known={known} />
      {isCharted && (
        <YearsFigure id="provided-years" view={makeProviderFile(provider, { audience, known })} />
      )}
      {commitments.length > 0 && (
        <>
          <h3 className={styles.subhead}>{countOf(provider.commitments.totalCount, 'commitment')}</h3>
          <CommitmentTable
            rows={commitments.slice(0, mostRows)}
            at={at}
            domain={domain}
            known={known}
            caption={`Commitments by ${name}`}
          />
          <AllOfThem
            shown={mostRows}
            total={provider.commitments.totalCount}
            noun="commitment"
            href={addressOf('/commitments', { provider: provider.slug, known })}
          />
        </>
      )}
      {reports.length > 0 && (
        <>
          <h3 className={styles.subhead}>{countOf(provider.reportedTotals.totalCount, 'reported total')}</h3>
          <ReportedTotalTable
            rows={reports.slice(0, mostRows)}
            at={at}
            domain={domain}
            known={known}
            caption={`Reports on training by ${name}`}
          />
          <AllOfThem
            shown={mostRows}
            total={provider.reportedTotals.totalCount}
            noun="reported total"
            href={addressOf('/reported', { provider: provider.slug, known })}
          />
        </>
      )}
    </Section>
  );
}
