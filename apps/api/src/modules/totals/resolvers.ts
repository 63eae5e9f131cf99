import type { Resolvers } from '../../generated/resolvers.ts';
import { load } from '../../loading.ts';
import { findCountriesByIso3 } from '../country/queries.ts';
import { findGroupsBySlug } from '../group/queries.ts';
import { findProgramsBySlug } from '../program/queries.ts';
import { findProvidersBySlug } from '../provider/queries.ts';
import { loadCount } from './answer.ts';
import { answerBreakdown } from './breakdown.ts';
import { asksLists, asksRowLists } from './request.ts';
import { answerSeries } from './series.ts';
import { findStanding } from './standing.ts';
import { answerTotals } from './totals.ts';

export const totalsResolvers: Resolvers = {
  Query: {
    totals: (_, asked, ctx, info) => answerTotals(ctx, asked, asksLists(info)),
    series: (_, asked, ctx, info) => answerSeries(ctx, asked, asksLists(info)),
    breakdown: (_, asked, ctx, info) => answerBreakdown(ctx, asked, asksRowLists(info)),
  },
  Commitment: {
    standing: ({ id }, days, ctx) => findStanding(ctx, id, days),
  },
  Contribution: {
    count: ({ count }, _, ctx) => loadCount(ctx, count),
    within: ({ within }, _, ctx) => Promise.all(within.map((count) => loadCount(ctx, count))),
  },
  Excluded: {
    count: ({ count }, _, ctx) => loadCount(ctx, count),
  },
  ReportPoint: {
    count: ({ count }, _, ctx) => loadCount(ctx, count),
  },
  BreakdownRow: {
    contributions: (row) => row.prove().contributions,
    excluded: (row) => row.prove().excluded,
    named: ({ reach }) => reach?.named() ?? null,
    listed: ({ reach }) => reach?.listed() ?? null,
  },
  BreakdownKey: {
    country: ({ target, key }, _, ctx) =>
      target?.kind === 'COUNTRY' && key ? load(ctx, findCountriesByIso3, key) : null,
    group: ({ target, key }, _, ctx) =>
      target?.kind === 'GROUP' && key ? load(ctx, findGroupsBySlug, key) : null,
    program: ({ dimension, key }, _, ctx) =>
      dimension === 'PROGRAM' && key ? load(ctx, findProgramsBySlug, key) : null,
    provider: ({ dimension, key }, _, ctx) =>
      dimension === 'PROVIDER' && key ? load(ctx, findProvidersBySlug, key) : null,
    start: ({ days }) => days?.start ?? null,
    end: ({ days }) => days?.end ?? null,
  },
};
