import type { ReactNode } from 'react';
import type { EntityTotalsFragment } from '@/generated/graphql.ts';
import { formatDay, formatRange, type Range } from '@/text/index.ts';
import { Stat, StatRow } from '@/ui/stat.tsx';

export interface TotalsNotes {
  /** "to it", "by it": whose totals these are. */
  whose?: string;
  promised: ReactNode;
  reported: ReactNode;
}

/** Promised, due and reported as ranges, each with a sentence on how to read it. */
export function TotalsFacts({ totals, notes }: { totals: EntityTotalsFragment; notes: TotalsNotes }) {
  const { pledged, due, reported, assumptions } = totals;
  const whose = notes.whose ? ` ${notes.whose}` : '';
  const reportedOf = notes.whose === 'to it' ? ' of it' : whose;
  return (
    <StatRow>
      <Stat
        label={`Promised${whose}`}
        value={formatTotal(pledged)}
        tone={hasAny(pledged) ? 'commit' : undefined}
      >
        {notes.promised}
      </Stat>
      <Stat
        label={`Due by ${formatDay(assumptions.at)}`}
        value={formatTotal(due)}
        tone={hasAny(due) ? 'commit' : undefined}
      >
        {hasAny(due)
          ? 'if each promise falls due evenly over its window'
          : 'nothing with a number and a closed window'}
      </Stat>
      <Stat
        label={`Reported${reportedOf}`}
        value={formatTotal(reported)}
        tone={hasAny(reported) ? 'report' : undefined}
      >
        {notes.reported}
      </Stat>
    </StatRow>
  );
}

/** "No number" where nothing takes part: a total of nothing is not a count of zero people. */
export function formatTotal(range: Range): string {
  return hasAny(range) ? formatRange(range) : 'No number';
}

export function hasAny({ high }: Range): boolean {
  return high > 0;
}
