import { audienceParam } from '@/features/totals/reading.ts';
import { ChartFigure } from '@/ui/chart-figure/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { CompareForm } from './compare-form.tsx';
import { ComparedYears } from './compared-years.tsx';
import { makeCompareFile } from './file.ts';
import type { Comparison } from './find-comparison.ts';
import { SideBySide } from './side-by-side.tsx';
import { Suggested } from './suggested.tsx';
import { fewest, type Issue } from './view.ts';

interface ComparePageProps {
  comparison: Comparison;
  /** Parameters that could not be used. */
  issues: Issue[];
  today: string;
}

/** Two to six providers, programs or countries, side by side. */
export function ComparePage({ comparison, issues, today }: ComparePageProps) {
  const { view, subjects } = comparison;
  const { by, ids, known, audience } = view;
  const file = subjects.length >= fewest ? makeCompareFile(comparison, today, { hasLinks: true }) : null;
  return (
    <>
      <PageHeader
        title="Compare"
        dek="Providers, programs or countries side by side, on one scale: what was promised, what fell due, and what is reported."
      />
      <KnownNotice
        known={known}
        refused={null}
        path="/compare"
        params={{
          by: by === 'provider' ? null : by,
          with: ids.join(',') || null,
          audience: audienceParam(audience),
        }}
      />
      <CompareForm comparison={comparison} />
      {[...issues, ...comparison.issues].map(({ field, message }) => (
        <Notice key={field + message} tone="error">
          <strong>{field}:</strong> {message}
        </Notice>
      ))}
      {file ? (
        <>
          <Section id="comparison" title={file.title}>
            <ChartFigure
              id="comparison-chart"
              view={file}
              hasTitle={false}
              travel="Travel along the panels"
              axis="plane"
              table={<ComparedYears subjects={subjects} knownOn={file.knownOn} />}
            />
          </Section>
          <Section id="side-by-side" title="Side by side">
            <SideBySide subjects={subjects} view={view} />
          </Section>
        </>
      ) : (
        <Suggested comparison={comparison} />
      )}
    </>
  );
}
