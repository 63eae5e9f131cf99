import { cache } from 'react';
import { query } from '@/api/query.ts';
import type { CountFilter, EventFilter, Interval } from '@/generated/contract.ts';
import { addDays } from '@/text/index.ts';
import { nameChoices } from './names.ts';
import { ChoicesDocument, OverviewDocument } from './queries.ts';
import { audiences, type View } from './view.ts';

/** The days that a view takes in: `[from, to)`, the record as of `knownOn`, amounts before `asOf`. */
export interface Days {
  from: string;
  to: string;
  knownOn: string;
  asOf: string;
}

export function daysOf({ from, to, known }: View, today: string): Days {
  const days = { from: `${from}-01-01`, to: `${to + 1}-01-01`, knownOn: known ?? today };
  const [asOf = days.to] = [days.knownOn, days.to].toSorted();
  // Before its first day a period holds nothing; the API wants at least one day to look at.
  return { ...days, asOf: asOf > days.from ? asOf : addDays(days.from, 1) };
}

export function filterOf({ provider, audience, recipients, program }: View): CountFilter {
  const isCountry = recipients !== null && /^[A-Z]{3}$/.test(recipients);
  return {
    provider: provider ? [provider] : undefined,
    audience: audiences[audience] ?? undefined,
    program: program ? [program] : undefined,
    country: isCountry ? recipients : undefined,
    group: isCountry ? undefined : (recipients ?? undefined),
    // What is for nobody by name may concern anybody, and would be said of everybody.
    byName: recipients === null ? undefined : true,
  };
}

/** Months while they can be told apart in the picture. */
function intervalOf({ from, to }: View): Interval {
  return to - from < 25 ? 'MONTH' : 'QUARTER';
}

/** Everything that the overview shows for a view. */
export function findOverview(view: View, days: Days) {
  const events: EventFilter = {
    kind: ['FORUM', 'SUMMIT'],
    provider: view.provider ? [view.provider] : undefined,
    program: view.program ? [view.program] : undefined,
    startsOn: { from: days.from, until: days.to },
  };
  return query(OverviewDocument, {
    filter: filterOf(view),
    events,
    interval: intervalOf(view),
    from: days.from,
    to: days.to,
    at: days.asOf,
    knownOn: days.knownOn,
    assumptions: { schedule: view.schedule, placesAsPeople: view.placesAsPeople },
    closed: { schedule: 'AT_END', placesAsPeople: view.placesAsPeople },
  });
}

/** What the filters offer. */
export const findChoices = cache(async () => {
  const { providers, programs, countries, groups } = await query(ChoicesDocument);
  const option = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name });
  return {
    providers: providers.nodes.map(option),
    programs: programs.nodes.map(option),
    countries: countries.nodes.map(({ iso3, name }) => ({ value: iso3, label: name })),
    regions: groups.nodes.filter(({ kind }) => kind === 'M49_REGION').map(option),
    groups: groups.nodes.filter(({ kind }) => kind !== 'M49_REGION').map(option),
  };
});

export type Choices = Awaited<ReturnType<typeof findChoices>>;
export type Overview = Awaited<ReturnType<typeof findOverview>>;

/** What the overview shows for an asked view: the view that can be shown, its names, its numbers, and what was refused. */
export async function loadOverview(asked: View, today: string) {
  const [answer, choices] = await Promise.all([
    findOverview(asked, daysOf(asked, today)).catch((error: unknown) => ({ error })),
    findChoices(),
  ]);
  const { view, names, issues } = nameChoices(asked, choices);
  const days = daysOf(view, today);
  if (issues.length > 0)
    return { view, names, issues, days, choices, overview: await findOverview(view, days) };
  if ('error' in answer) throw answer.error;
  return { view, names, issues, days, choices, overview: answer };
}
