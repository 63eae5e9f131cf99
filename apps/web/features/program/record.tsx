import { StepTimeline, TimelineKey } from '@/charts/step-timeline/index.ts';
import { CommitmentTable } from '@/features/commitment/table.tsx';
import { spanRows } from '@/features/count/count-columns.tsx';
import { toCountLane, toEventLane } from '@/features/count/lanes.ts';
import { EventItem } from '@/features/event/event-item.tsx';
import { ReportedTotalTable } from '@/features/reported-total/table.tsx';
import { LeftOut } from '@/features/totals/left-out.tsx';
import { hasAny, TotalsFacts } from '@/features/totals/totals-facts.tsx';
import { addressOf, countOf } from '@/text/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './program.module.css';
import type { findProgram } from './queries.ts';

type Program = NonNullable<Awaited<ReturnType<typeof findProgram>>>;

interface ProgramPageProps {
  program: Program;
  known: string | null;
  refused: string | null;
  today: string;
}

/** A program: its totals as ranges, its promises, reports and events. */
export function ProgramPage({ program, known, refused, today }: ProgramPageProps) {
  const { name, slug, description, totals } = program;
  const at = known ?? today;
  const commitments = program.commitments.nodes;
  const reports = program.reportedTotals.nodes;
  const events = program.events.nodes;
  const lanes = [
    ...[...commitments, ...reports].map((count) => toCountLane(count, known)),
    ...events.map((event) => toEventLane(event, known)),
  ];
  const domain = spanRows([...commitments, ...reports], at);
  const shown = new Set([...commitments, ...reports].map((count) => count.slug));
  return (
    <article>
      <PageHeader
        kicker={<Link href={addressOf('/programs', { known })}>Programs</Link>}
        title={name}
        dek={description ?? 'What it is, the record does not say.'}
      />
      <KnownNotice known={known} refused={refused} path={`/programs/${slug}`} />
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
      <LeftOut totals={totals} shown={shown} known={known} />
      {lanes.length > 1 && (
        <Section id="timeline" title="Over time" aside={<TimelineKey />}>
          <StepTimeline lanes={lanes} at={at} label={`${name} over time`} />
        </Section>
      )}
      {commitments.length > 0 && (
        <Section id="commitments" title={countOf(commitments.length, 'commitment')}>
          <CommitmentTable
            rows={commitments}
            at={at}
            domain={domain}
            known={known}
            caption={`Commitments under ${name}`}
          />
        </Section>
      )}
      {reports.length > 0 && (
        <Section id="reports" title={countOf(reports.length, 'reported total')}>
          <ReportedTotalTable
            rows={reports}
            at={at}
            domain={domain}
            known={known}
            caption={`Reported totals under ${name}`}
          />
        </Section>
      )}
      {events.length > 0 && (
        <Section id="events" title={countOf(events.length, 'event')}>
          <ul className={styles.events}>
            {events.map((event) => (
              <EventItem key={event.slug} event={event} known={known} />
            ))}
          </ul>
        </Section>
      )}
      {lanes.length === 0 && <p className="muted">Nothing under this program was known on that day.</p>}
    </article>
  );
}
