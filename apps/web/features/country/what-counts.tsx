import type { ReactNode } from 'react';
import { type AudienceChoice, defaultView } from '@/features/overview/view.ts';
import { hasAny } from '@/features/totals/totals-facts.tsx';
import { WhatCounts as TotalsReading } from '@/features/totals/what-counts.tsx';
import type { EntityTotalsFragment } from '@/generated/graphql.ts';
import { addressOf, countPath, formatNumber } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
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

/** Under what reading the totals of a country, or of what it provides, stand. */
export function WhatCounts({ country, totals, provider, audience, known, children }: WhatCountsProps) {
  const { iso3, name } = country;
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
    <TotalsReading
      audience={audience}
      whose={provider ? undefined : ', by every provider'}
      toAudience={(other) => countryPath(iso3, { known, audience: other })}
      chart={isChartable ? { name, view } : null}
    >
      {children}
    </TotalsReading>
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
