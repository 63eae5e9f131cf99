import type { Group, GroupMembership } from '@muster/db';
import type { Context } from '../../context.ts';
import { type Day, toDay } from '../../days.ts';
import { indexBy } from '../../loading.ts';
import type { Page } from '../../pagination.ts';
import type { CountryRow } from '../country/queries.ts';

export interface GroupRow extends Group {
  __typename: 'Group';
}

/** A country's membership `[since, until)`; null: since ever, until now. */
export interface MembershipRow {
  groupId: number;
  countryIso3: string;
  since: Day | null;
  until: Day | null;
  note: string | null;
  country?: CountryRow;
}

export type GroupPage = Page<GroupRow>;

export function toGroupRow(group: Group): GroupRow {
  return { __typename: 'Group', ...group };
}

export function toMembershipRow(membership: GroupMembership): MembershipRow {
  const { groupId, countryIso3, since, until, note } = membership;
  return { groupId, countryIso3, since: toDay(since), until: toDay(until), note };
}

export async function findGroupsById(ctx: Context, ids: readonly number[]) {
  const groups = await ctx.db.prisma.group.findMany({ where: { id: { in: [...ids] } } });
  return indexBy(groups.map(toGroupRow), ({ id }) => id);
}

export async function findGroupsBySlug(ctx: Context, slugs: readonly string[]) {
  const groups = await ctx.db.prisma.group.findMany({ where: { slug: { in: [...slugs] } } });
  return indexBy(groups.map(toGroupRow), ({ slug }) => slug);
}

export async function findGroupsByCode(ctx: Context, codes: readonly string[]) {
  const groups = await ctx.db.prisma.group.findMany({ where: { code: { in: [...codes] } } });
  return indexBy(groups.map(toGroupRow), ({ code }) => code);
}

/** Every membership of the countries, past ones too. */
export async function findMembershipsOfCountries(
  ctx: Context,
  countries: readonly string[],
): Promise<MembershipRow[]> {
  const where = { countryIso3: { in: [...countries] } };
  return (await ctx.db.prisma.groupMembership.findMany({ where })).map(toMembershipRow);
}

/** Every membership in the groups, past ones too. */
export async function findMembershipsOfGroups(
  ctx: Context,
  groups: readonly number[],
): Promise<MembershipRow[]> {
  const where = { groupId: { in: [...groups] } };
  return (await ctx.db.prisma.groupMembership.findMany({ where })).map(toMembershipRow);
}
