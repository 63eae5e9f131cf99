import { BreakdownFigure } from '@/features/breakdown/figure.tsx';
import { CompareLink } from '@/features/compare/compare-link.tsx';
import { countryPath } from '@/features/country/view.ts';
import { defaultView } from '@/features/overview/view.ts';
import { TimelineFigure } from '@/features/timeline/figure.tsx';
import { CountSections } from '@/features/totals/count-sections.tsx';
import { LeftOut } from '@/features/totals/left-out.tsx';
import { audienceParam } from '@/features/totals/reading.ts';
import { hasAny, TotalsFacts } from '@/features/totals/totals-facts.tsx';
import { WhatCounts } from '@/features/totals/what-counts.tsx';
import { YearsFigure } from '@/features/years/years-figure.tsx';
import { placeName, providerKindWords } from '@/text/index.ts';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { makeProviderFile, makeProviderRegions, makeProviderTimeline } from './file.ts';
import type { findProvider } from './queries.ts';
import { RegionTable } from './region-table.tsx';
import { writeProviderDek } from './sentences.ts';
import { type ProviderView, providerPath } from './view.ts';

type Provider = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

interface ProviderPageProps {
  provider: Provider;
  view: ProviderView;
  today: string;
}

/** A provider: who it is, its totals as ranges, its promises and the reports of its training. */
export function ProviderPage({ provider, view, today }: ProviderPageProps) {
  const { slug, name, country, commitments, reportedTotals, totals, regions } = provider;
  const { audience, known, refused } = view;
  const at = known ?? today;
  const counts = [...commitments.nodes, ...reportedTotals.nodes];
  const shown = new Set(counts.map((count) => count.slug));
  const isChartable = hasAny(totals.pledged) || hasAny(totals.reported);
  const notes = {
    promised: hasAny(totals.pledged)
      ? 'people: the fewest and the most distinct ones that fit what it said'
      : 'it promises no people in numbers',
    reported: hasAny(totals.reported)
      ? 'people trained by it, as it or others say'
      : 'no report of people trained, with a number and a window',
  };
  return (
    <article>
      <PageHeader
        kicker={
          <Breadcrumbs
            trail={[
              { label: 'Providers', path: providerPath(null, view) },
              { label: providerKindWords[provider.kind] },
            ]}
            known={null}
          />
        }
        title={name}
        dek={writeProviderDek(provider)}
      />
      <KnownNotice
        known={known}
        refused={refused}
        path={`/providers/${slug}`}
        params={{ audience: audienceParam(audience) }}
      />
      <TotalsFacts totals={totals} notes={notes} />
      <WhatCounts
        audience={audience}
        toAudience={(other) => providerPath(slug, { known, audience: other })}
        chart={isChartable ? { name, view: { ...defaultView, provider: slug, audience, known } } : null}
      >
        {country && (
          <>
            What is promised to it stands under{' '}
            <Link href={countryPath(country.iso3, view)}>{country.name} as a country</Link>.{' '}
          </>
        )}
      </WhatCounts>
      <LeftOut totals={totals} shown={shown} known={known} />
      <YearsFigure view={makeProviderFile(provider, view)} />
      <CompareLink by="provider" id={slug} name={name} reading={view} />
      {regions.rows.length > 2 && (
        <BreakdownFigure
          id="regions"
          view={makeProviderRegions(provider, view)}
          travel="Travel along the regions"
          table={<RegionTable rows={regions.rows} />}
        />
      )}
      <TimelineFigure view={makeProviderTimeline(provider, view, today)} />
      <CountSections
        commitments={commitments}
        reports={reportedTotals}
        whose={`of ${placeName(name)}`}
        filter={{ provider: slug }}
        at={at}
        known={known}
      />
      {counts.length === 0 && <p className="muted">Nothing of this provider was known on that day.</p>}
    </article>
  );
}
