import type { Prisma } from '@muster/db';
import type { Context } from '../../context.ts';
import { isWithin, toDate } from '../../days.ts';
import type { MembershipFilter } from '../../generated/resolvers.ts';
import { loadList } from '../../loading.ts';
import { requireCountry } from '../country/queries.ts';
import {
  findMembershipsOfCountries,
  findMembershipsOfGroups,
  type MembershipRow,
  requireGroup,
} from '../group/queries.ts';

type Where = Prisma.CountWhereInput;

/** Names the country, or a group of which it is a member on the day stated. */
export async function namesCountry(ctx: Context, argument: string, code: string): Promise<Where> {
  const { iso3 } = await requireCountry(ctx, argument, code);
  const memberships = await loadList(ctx, findMembershipsOfCountries, iso3);
  const byGroup = (terms: MembershipRow[]) => ({ groupId: { in: terms.map(({ groupId }) => groupId) } });
  return { OR: [{ recipients: { some: { countryIso3: iso3 } } }, ...duringMembership(memberships, byGroup)] };
}

/** Names the group, or a country that is a member of it on the day stated. */
export async function namesGroup(ctx: Context, argument: string, slug: string): Promise<Where> {
  const { id } = await requireGroup(ctx, argument, slug);
  const memberships = await loadList(ctx, findMembershipsOfGroups, id);
  const byMember = (terms: MembershipRow[]) => ({
    countryIso3: { in: terms.map((term) => term.countryIso3) },
  });
  return { OR: [{ recipients: { some: { groupId: id } } }, ...duringMembership(memberships, byMember)] };
}

/** Names a country that is a member of the group on the day asked for. */
export async function namesMember(
  ctx: Context,
  argument: string,
  { group, on }: MembershipFilter,
): Promise<Where> {
  const { id } = await requireGroup(ctx, argument, group);
  const memberships = await loadList(ctx, findMembershipsOfGroups, id);
  const members = memberships.filter((membership) => isWithin(on, membership));
  return { recipients: { some: { countryIso3: { in: members.map(({ countryIso3 }) => countryIso3) } } } };
}

function duringMembership(
  memberships: MembershipRow[],
  some: (memberships: MembershipRow[]) => Prisma.CountRecipientWhereInput,
): Where[] {
  const terms = Map.groupBy(memberships, ({ since, until }) => `${since} ${until}`);
  return [...terms.values()].map((term) => ({
    AND: [{ recipients: { some: some(term) } }, statedWithin(term[0] as MembershipRow)],
  }));
}

// A count that nobody dates is taken to be stated on the day it was known.
function statedWithin({ since, until }: MembershipRow): Where {
  if (since === null && until === null) return {};
  const days = { ...(since && { gte: toDate(since) }), ...(until && { lt: toDate(until) }) };
  return {
    OR: [{ AND: [{ statedOn: { not: null } }, { statedOn: days }] }, { statedOn: null, knownOn: days }],
  };
}
