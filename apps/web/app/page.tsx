import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { keepRelease } from '@/api/release.ts';
import { readToday } from '@/api/today.ts';
import {
  findFirstYear,
  listCommitments,
  listOverlaps,
  listReports,
} from '@/features/overview/contributions.ts';
import { makeOverviewFile } from '@/features/overview/file.ts';
import { FilterForm } from '@/features/overview/filter-form.tsx';
import { loadOverview } from '@/features/overview/find-overview.ts';
import { Headline } from '@/features/overview/headline.tsx';
import { makeHeroData } from '@/features/overview/hero-data.ts';
import { HeroFigure } from '@/features/overview/hero-figure.tsx';
import { LeftOutList, OverlapList } from '@/features/overview/lists.tsx';
import styles from '@/features/overview/overview.module.css';
import { Questions } from '@/features/overview/questions.tsx';
import { writeHeadline } from '@/features/overview/sentences.ts';
import { SeriesTable } from '@/features/overview/series-table.tsx';
import { OverviewStats } from '@/features/overview/stats.tsx';
import { PromisesTable, ReportsTable } from '@/features/overview/tables.tsx';
import { isWordy, parseView, toParams, viewPath } from '@/features/overview/view.ts';
import { fileAddress } from '@/files/address.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/address.ts';
import { countOf } from '@/text/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const today = await readToday();
  const { view: asked } = parseView(await searchParams, today);
  const file = makeOverviewFile(await loadOverview(asked, today));
  return {
    ...(await describePage({ ...file, description: file.summary, hasChart: file.draw !== null })),
    title: { absolute: `${file.title} — Muster` },
  };
}

export default async function OverviewPage({ searchParams }: PageProps) {
  const params = await searchParams;
  const today = await readToday();
  const { view: asked, issues } = parseView(params, today);
  if (issues.length === 0 && isWordy(params, asked)) redirect(await keepRelease(viewPath(asked)));

  const { view, names, days, choices, overview, issues: unknown } = await loadOverview(asked, today);
  const { totals } = overview;
  const commitments = listCommitments(totals);
  const reports = listReports(totals);
  const overlaps = listOverlaps(totals.contributions);
  const leftOut = totals.excluded.filter(({ reason }) => reason !== 'FILTERED');
  const headline = writeHeadline({ view, names, totals, since: findFirstYear(commitments) });
  const data = makeHeroData(overview, days);
  const file = makeOverviewFile({ view, names, days, overview });
  const csvPath = fileAddress(file.page, 'csv');
  const isEmpty = totals.contributions.length === 0;

  return (
    <>
      <PageHeader
        kicker="Commitments against reported totals"
        title={<Headline pieces={headline} />}
        dek="Promises may contain one another, so their total is a range: the fewest and the most people that fit what was said. Every number below leads to its source."
      />
      <FilterForm
        view={view}
        choices={choices}
        today={today}
        headline={headline.map(({ text }) => text).join('')}
      />
      {[...issues, ...unknown].map(({ field, message }) => (
        <Notice key={field + message} tone="error">
          <strong>{field}:</strong> {message}
        </Notice>
      ))}
      <div className={styles.results}>
        {isEmpty ? (
          <Empty>
            Nothing on record fits these filters, so there is no chart to draw. Take more years, another
            provider or a later day, or see below what is left out.
          </Empty>
        ) : (
          <>
            <HeroFigure
              file={file}
              data={data}
              overview={overview}
              view={view}
              days={days}
              overlaps={overlaps.length}
              leftOut={leftOut.length}
            />
            <SeriesTable data={data} csvPath={csvPath} />
            <OverviewStats
              overview={overview}
              commitments={commitments}
              reports={reports}
              view={view}
              days={days}
            />
            <KnownNotice
              known={view.known}
              refused={null}
              path="/"
              params={{ ...toParams(view), known: null }}
            />
            <Questions view={view} />
            <Section id="promises" title="The promises behind the band">
              <PromisesTable parts={commitments} days={days} known={view.known} />
            </Section>
            <Section id="reports" title="The reports behind the line">
              <ReportsTable parts={reports} days={days} known={view.known} />
            </Section>
          </>
        )}
        <div className={styles.columns}>
          {overlaps.length > 0 && (
            <Section id="overlaps" title={countOf(overlaps.length, 'possible overlap')}>
              <OverlapList overlaps={overlaps} known={view.known} />
            </Section>
          )}
          {totals.excluded.length > 0 && (
            <Section id="left-out" title="Left out, and why">
              <LeftOutList excluded={totals.excluded} known={view.known} />
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
