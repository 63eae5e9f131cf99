import type { Context } from '../../context.ts';
import type {
  ClaimResolvers,
  CommitmentResolvers,
  LinkResolvers,
  QueryResolvers,
  ReportedTotalResolvers,
} from '../../generated/resolvers.ts';
import { load, loadList } from '../../loading.ts';
import { writeNodeId } from '../../node-id.ts';
import { pageResolvers } from '../../pagination.ts';
import { readRowSelection, readSelection } from '../../selection.ts';
import { findHistories, findRetraction } from '../changes/queries.ts';
import { findProgramsById } from '../program/queries.ts';
import { findSourcesById } from '../source/queries.ts';
import { findIdsByVerdict } from '../totals/standing.ts';
import {
  type ClaimRow,
  type CountRow,
  countWitnesses,
  findClaimsOfCounts,
  findCount,
  findCountPage,
  findCountsById,
  findLinksOfCounts,
  findOtherFiguresOfCounts,
  findProvidersOfCounts,
  findRecipientsOfCounts,
  type LinkRow,
} from './queries.ts';
import { judgeTrackability } from './trackability.ts';

const Query: Pick<
  QueryResolvers,
  'commitment' | 'commitments' | 'reportedTotal' | 'reportedTotals' | 'retraction'
> = {
  commitment: (_, args, ctx, info) => findCount(ctx, 'COMMITMENT', args, readSelection(info)),
  commitments: async (_, { verdict, ...args }, ctx, info) => {
    const ids = verdict ? await findIdsByVerdict(ctx, verdict, args.knownOn ?? ctx.today) : undefined;
    return findCountPage(ctx, 'COMMITMENT', { ...args, ids }, readRowSelection(info));
  },
  reportedTotal: (_, args, ctx, info) => findCount(ctx, 'REPORTED_TOTAL', args, readSelection(info)),
  reportedTotals: (_, args, ctx, info) => findCountPage(ctx, 'REPORTED_TOTAL', args, readRowSelection(info)),
  retraction: (_, { slug }, ctx) => findRetraction(ctx, slug),
};

const Count: ReportedTotalResolvers & Pick<CommitmentResolvers, keyof ReportedTotalResolvers> = {
  id: ({ __typename, slug }) => writeNodeId(__typename, slug),
  program: (count, _, ctx) =>
    count.program ?? (count.programId === null ? null : load(ctx, findProgramsById, count.programId)),
  providers: (count, _, ctx) => count.providers ?? loadList(ctx, findProvidersOfCounts, count.id),
  recipients: (count, _, ctx) => count.recipients ?? loadList(ctx, findRecipientsOfCounts, count.id),
  claims: (count, _, ctx) => claimsOf(count, ctx),
  links: (count, _, ctx) => linksOf(count, ctx),
  otherFigures: (count, _, ctx) => count.otherFigures ?? loadList(ctx, findOtherFiguresOfCounts, count.id),
  witnessCount: async (count, _, ctx) => (await load(ctx, countWitnesses, count.id)) ?? 0,
  trackability: async (count, _, ctx) => judgeTrackability(count, await claimsOf(count, ctx)),
  history: (count, _, ctx) => loadList(ctx, findHistories, count.id, count.__typename),
};

const Claim: ClaimResolvers = {
  count: async (claim, _, ctx) => claim.count ?? requireCount(ctx, claim.countId, claim.seenOn),
  source: async (claim, _, ctx) => claim.source ?? requireSource(ctx, claim.sourceId),
};

const Link: LinkResolvers = {
  key: ({ id }) => String(id),
  from: async (link, _, ctx) => link.from ?? requireCount(ctx, link.fromId, link.seenOn),
  to: async (link, _, ctx) => link.to ?? requireCount(ctx, link.toId, link.seenOn),
  source: async (link, _, ctx) =>
    link.source ?? (link.sourceId === null ? null : requireSource(ctx, link.sourceId)),
};

async function claimsOf(count: CountRow, ctx: Context): Promise<ClaimRow[]> {
  if (count.claims) return count.claims;
  const claims = await loadList(ctx, findClaimsOfCounts, count.id, count.seenOn);
  return claims.map((claim) => ({ ...claim, count }));
}

async function linksOf(count: CountRow, ctx: Context): Promise<LinkRow[]> {
  if (count.links) return count.links;
  const links = await loadList(ctx, findLinksOfCounts, count.id, count.seenOn);
  return links.map((link) => (link.fromId === count.id ? { ...link, from: count } : { ...link, to: count }));
}

// Claims and links are read with the condition that their counts may be seen, so they are there.
async function requireCount(ctx: Context, id: number, seenOn: string): Promise<CountRow> {
  const count = await load(ctx, findCountsById, id, seenOn);
  if (!count) throw new Error(`no visible count ${id}`);
  return count;
}

async function requireSource(ctx: Context, id: number) {
  const source = await load(ctx, findSourcesById, id);
  if (!source) throw new Error(`no source ${id}`);
  return source;
}

export const countResolvers = {
  Query,
  Commitment: Count,
  ReportedTotal: Count,
  Claim,
  Link,
  CommitmentConnection: pageResolvers,
  ReportedTotalConnection: pageResolvers,
};
