import type { ReactNode } from 'react';
import type { EntityTotalsFragment } from '@/generated/graphql.ts';
import { formatDay, formatRange, type Range } from '@/text/index.ts';
import { Stat, StatRow } from '@/ui/stat.tsx';

export interface TotalsNotes {
  promised: ReactNode;
  reported: ReactNode;
}

/** Promised, due and reported as ranges, each with a sentence on how to read it. */
export function TotalsFacts({ totals, notes }: { totals: EntityTotalsFragment; notes: TotalsNotes }) {
  const { pledged, due, reported, assumptions } = totals;
  return (
    <StatRow>
      <Stat label="Promised" value={formatTotal(pledged)} tone={hasAny(pledged) ? 'commit' : undefined}>
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
      <Stat label="Reported" value={formatTotal(reported)} tone={hasAny(reported) ? 'report' : undefined}>
        {notes.reported}
      </Stat>
    </StatRow>
  );
}

/** "no number" where nothing takes part: a total of nothing is not a count of zero people. */
export function formatTotal(range: Range): string {
  return hasAny(range) ? formatRange(range) : 'no number';
}

export function hasAny({ high }: Range): boolean {
  return high > 0;
}
