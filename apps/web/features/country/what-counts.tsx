import type { ReactNode } from 'react';
import { type AudienceChoice, defaultView, viewPath } from '@/features/overview/view.ts';
import { hasAny } from '@/features/totals/totals-facts.tsx';
import type { EntityTotalsFragment } from '@/generated/graphql.ts';
import { addressOf, countPath, formatNumber } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './country.module.css';
import type { Country } from './record.tsx';
import { countryPath } from './view.ts';

interface WhatCountsProps {
  country: Country;
  totals: EntityTotalsFragment;
  /** Whose promises and reports; all providers', to this country, where missing. */
  provider?: string;
  audience: AudienceChoice;
  known: string | null;
  children?: ReactNode;
}

/** Under what reading the totals above stand, with the way to the other reading and to the chart of this one. */
export function WhatCounts({ country, totals, provider, audience, known, children }: WhatCountsProps) {
  const { iso3, name } = country;
  const isAll = audience === 'all';
  const other = isAll ? defaultView.audience : 'all';
  const view = {
    ...defaultView,
    provider: provider ?? null,
    recipients: provider ? null : iso3,
    audience,
    known,
  };
  const isNamed = country.commitments.nodes.length + country.reportedTotals.nodes.length > 0;
  const isChartable = (provider || isNamed) && (hasAny(totals.pledged) || hasAny(totals.reported));
  return (
    <p className={styles.whatCounts}>
      Counted: {isAll ? 'training of every audience' : 'training of police and security'}
      {!provider && ', by every provider'}; training places read as people. {children}
      <Link href={countryPath(iso3, { known, audience: other })}>
        {isAll ? 'Count police and security alone' : 'Count every audience'}
      </Link>
      {isChartable && (
        <>
          {' · '}
          <Link href={viewPath(view)}>
            {name} in the overview, {view.from}–{view.to}
          </Link>
        </>
      )}
    </p>
  );
}

interface WidestProps {
  totals: EntityTotalsFragment;
  name: string;
  known: string | null;
}

/** The largest number that may include a country without naming it alone: what its high end rests on. */
export function Widest({ totals, name, known }: WidestProps) {
  const open = totals.contributions.filter(({ quantity }) => quantity.low === 0);
  const [widest] = open.toSorted((a, b) => b.quantity.high - a.quantity.high);
  if (!widest) return null;
  return (
    <>
      Of what may include {name}, the largest is{' '}
      <Link href={addressOf(countPath(widest.count), { known })}>{widest.count.title}</Link> (
      {formatNumber(widest.quantity.high)}).{' '}
    </>
  );
}
