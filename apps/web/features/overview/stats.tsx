import { countOf, formatDay, formatRange } from '@/text/index.ts';
import { Unbroken } from '@/ui/figures.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import type { CommitmentPart, ReportPart } from './contributions.ts';
import type { Days, Overview } from './find-overview.ts';
import { describeVoices } from './sentences.ts';
import type { View } from './view.ts';

interface OverviewStatsProps {
  overview: Overview;
  commitments: CommitmentPart[];
  reports: ReportPart[];
  view: View;
  days: Days;
}

const scheduleNotes = {
  EVEN: 'if spread evenly',
  AT_START: 'if all due at once',
  AT_END: 'counting closed windows only',
};

/** The four headline ranges, each leading to the counts behind it. */
export function OverviewStats({ overview, commitments, reports, view, days }: OverviewStatsProps) {
  const { pledged, due, reported, gap } = overview.totals;
  const closed = overview.closed.due;
  const isToday = view.known === null && days.asOf === days.knownOn;
  return (
    <StatRow>
      <Stat
        label="Promised"
        tone="commit"
        value={pledged.high > 0 ? <a href="#promises">{formatRange(pledged)}</a> : 'No number'}
      >
        {countOf(commitments.length, 'commitment')} with a number
      </Stat>
      <Stat
        label={`Due by ${isToday ? 'today' : formatDay(days.asOf)}`}
        tone="commit"
        value={due.high > 0 ? <a href="#promises">{formatRange(due)}</a> : 'Nothing'}
      >
        {due.high > 0 ? scheduleNotes[view.schedule] : 'no promise with a number and a window fell due'}
        {due.high > 0 && view.schedule !== 'AT_END' && (
          <Unbroken text={`; ${formatRange(closed)} counting closed windows only`} />
        )}
      </Stat>
      <Stat
        label="Reported"
        tone="report"
        value={reported.high > 0 ? <a href="#reports">{formatRange(reported)}</a> : 'No number'}
      >
        {describeVoices(reports.map(({ count }) => count))}
      </Stat>
      <Stat
        label="Not accounted for"
        value={
          due.high === 0 ? (
            'Cannot be told'
          ) : gap.high <= 0 ? (
            'None'
          ) : (
            <a href="#promises">{formatRange({ low: Math.max(0, gap.low), high: gap.high })}</a>
          )
        }
      >
        {due.high === 0
          ? 'nothing with a number fell due, so nothing can be missing'
          : gap.high <= 0
            ? 'more is reported than fell due, or as much'
            : 'due less reported: silence, which is not the same as failure'}
      </Stat>
    </StatRow>
  );
}
