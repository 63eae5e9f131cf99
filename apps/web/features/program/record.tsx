import { CompareLink } from '@/features/compare/compare-link.tsx';
import { EventItem } from '@/features/event/event-item.tsx';
import { defaultView } from '@/features/overview/view.ts';
import { TimelineFigure } from '@/features/timeline/figure.tsx';
import { CountSections } from '@/features/totals/count-sections.tsx';
import { LeftOut } from '@/features/totals/left-out.tsx';
import { audienceParam } from '@/features/totals/reading.ts';
import { hasAny, TotalsFacts } from '@/features/totals/totals-facts.tsx';
import { WhatCounts } from '@/features/totals/what-counts.tsx';
import { YearsFigure } from '@/features/years/years-figure.tsx';
import { countOf } from '@/text/index.ts';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { makeProgramFile, makeProgramTimeline } from './file.ts';
import styles from './program.module.css';
import type { findProgram } from './queries.ts';
import { type ProgramView, programPath } from './view.ts';

type Program = NonNullable<Awaited<ReturnType<typeof findProgram>>>;

interface ProgramPageProps {
  program: Program;
  view: ProgramView;
  today: string;
}

/** A program: its totals as ranges, its promises, reports and events. */
export function ProgramPage({ program, view, today }: ProgramPageProps) {
  const { name, slug, description, totals } = program;
  const { audience, known, refused } = view;
  const at = known ?? today;
  const commitments = program.commitments.nodes;
  const reports = program.reportedTotals.nodes;
  const events = program.events.nodes;
  const shown = new Set([...commitments, ...reports].map((count) => count.slug));
  const isChartable = hasAny(totals.pledged) || hasAny(totals.reported);
  return (
    <article>
      <PageHeader
        kicker={<Breadcrumbs trail={[{ label: 'Programs', path: '/programs' }]} known={known} />}
        title={name}
        dek={description ?? 'What it is, the record does not say.'}
      />
      <KnownNotice
        known={known}
        refused={refused}
        path={`/programs/${slug}`}
        params={{ audience: audienceParam(audience) }}
      />
      <TotalsFacts
        totals={totals}
        notes={{
          promised: hasAny(totals.pledged)
            ? 'people: the fewest and the most distinct ones that fit what was said under it'
            : 'no promise of people with a number stands under it',
          reported: hasAny(totals.reported)
            ? 'people, by those who say so'
            : 'no report of people with a number and a window stands under it',
        }}
      />
      <WhatCounts
        audience={audience}
        toAudience={(other) => programPath(slug, { known, audience: other })}
        chart={
          isChartable
            ? { name, view: { ...defaultView, provider: null, program: slug, audience, known } }
            : null
        }
      />
      <LeftOut totals={totals} shown={shown} known={known} />
      <YearsFigure view={makeProgramFile(program, view)} />
      <CompareLink by="program" id={slug} name={name} reading={view} />
      <TimelineFigure view={makeProgramTimeline(program, view, today)} />
      <CountSections
        commitments={program.commitments}
        reports={program.reportedTotals}
        whose={`under ${name}`}
        filter={{ program: slug }}
        at={at}
        known={known}
      />
      {events.length > 0 && (
        <Section id="events" title={countOf(events.length, 'event')}>
          <ul className={styles.events}>
            {events.map((event) => (
              <EventItem key={event.slug} event={event} known={known} />
            ))}
          </ul>
        </Section>
      )}
      {shown.size + events.length === 0 && (
        <p className="muted">Nothing under this program was known on that day.</p>
      )}
    </article>
  );
}
