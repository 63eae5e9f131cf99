import type { AudienceChoice } from '@/features/overview/view.ts';
import { LeftOut } from '@/features/totals/left-out.tsx';
import { TotalsFacts } from '@/features/totals/totals-facts.tsx';
import { Section } from '@/ui/section.tsx';
import { findNamedTotals } from './queries.ts';
import type { Country } from './record.tsx';
import { writePromised, writeReported } from './sentences.ts';
import { WhatCounts, Widest } from './what-counts.tsx';

interface ReceivedTotalsProps {
  country: Country;
  /** Slugs of the counts that the page shows. */
  shown: ReadonlySet<string>;
  audience: AudienceChoice;
  known: string | null;
  /** Under a heading of its own, where the page does not begin with it. */
  hasHeading: boolean;
}

/** What is promised to a country and reported of it by name or through a group, as ranges; what names nobody is told beside them. */
export async function ReceivedTotals({ country, shown, audience, known, hasHeading }: ReceivedTotalsProps) {
  const { name, totals } = country;
  const named = await findNamedTotals(country, known, audience);
  const notes = {
    whose: 'to it',
    promised: writePromised(name, named.pledged, totals.pledged),
    reported: writeReported(name, named.reported, totals.reported),
  };
  const facts = (
    <>
      <TotalsFacts totals={named} notes={notes} />
      <WhatCounts country={country} totals={totals} audience={audience} known={known}>
        <Widest totals={totals} name={name} known={known} />
      </WhatCounts>
      <LeftOut totals={totals} shown={shown} known={known} />
    </>
  );
  if (!hasHeading) return facts;
  return (
    <Section id="received" title={`Promised to ${name} and reported of it`}>
      {facts}
    </Section>
  );
}
