import type { ReactNode } from 'react';
import { type AudienceChoice, defaultView, type View, viewPath } from '@/features/overview/view.ts';
import { Link } from '@/ui/link.tsx';
import styles from './totals.module.css';

interface WhatCountsProps {
  audience: AudienceChoice;
  /** Whose promises and reports, where the page does not say: ", by every provider". */
  whose?: string;
  /** The same page with another audience counted. */
  toAudience: (audience: AudienceChoice) => string;
  /** What the overview charts of this reading, and what it is called. */
  chart?: { name: string; view: View } | null;
  /** What else there is to say of the reading. */
  children?: ReactNode;
}

/** Under what reading the totals of a page stand, with the way to the other reading and to the chart of this one. */
export function WhatCounts({ audience, whose, toAudience, chart, children }: WhatCountsProps) {
  const isAll = audience === 'all';
  return (
    <p className={styles.whatCounts}>
      Counted: {isAll ? 'training of every audience' : 'training of police and security'}
      {whose}; training places read as people. {children}
      <Link href={toAudience(isAll ? defaultView.audience : 'all')}>
        {isAll ? 'Count police and security alone' : 'Count every audience'}
      </Link>
      {chart && (
        <>
          {' · '}
          <Link href={viewPath(chart.view)}>
            {chart.name} in the overview, {chart.view.from}–{chart.view.to}
          </Link>
        </>
      )}
    </p>
  );
}
