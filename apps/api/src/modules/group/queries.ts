import type { Group, GroupMembership, Prisma } from '@muster/db';
import { composeWhere } from '../../composition.ts';
import type { Context } from '../../context.ts';
import { textOrder } from '../../cursor.ts';
import { type Day, toDay } from '../../days.ts';
import { InputError } from '../../errors.ts';
import { wordsWhere } from '../../filters.ts';
import type { GroupFilter, QueryGroupsArgs } from '../../generated/resolvers.ts';
import { groupBy, indexBy, load } from '../../loading.ts';
import { findPage, type Page } from '../../pagination.ts';
import { visibleCounts } from '../count/include.ts';
import { type CountryRow, requireCountry, toCountryRow } from '../country/queries.ts';
import { visibleEvents } from '../event/visible.ts';
import { memberOn } from './membership.ts';

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
): Promise<Map<string, MembershipRow[]>> {
  const where = { countryIso3: { in: [...countries] } };
  const memberships = await ctx.db.prisma.groupMembership.findMany({ where });
  return groupBy(memberships.map(toMembershipRow), ({ countryIso3 }) => countryIso3);
}

/** Every membership in the groups, past ones too. */
export async function findMembershipsOfGroups(
  ctx: Context,
  groups: readonly number[],
): Promise<Map<number, MembershipRow[]>> {
  const where = { groupId: { in: [...groups] } };
  const memberships = await ctx.db.prisma.groupMembership.findMany({ where });
  return groupBy(memberships.map(toMembershipRow), ({ groupId }) => groupId);
}

export async function findGroupPage(ctx: Context, args: Partial<QueryGroupsArgs>): Promise<GroupPage> {
  const where = await composeWhere<GroupFilter, Prisma.GroupWhereInput>(
    args.filter,
    'slug',
    (filter, argument) => groupConditions(ctx, filter, argument),
  );
  return findPage({
    args,
    order: textOrder<GroupRow>('groups', 'name', 'slug', args.direction),
    find: async ({ where: stretch, ...query }) => {
      const groups = await ctx.db.prisma.group.findMany({ where: { AND: [where, stretch] }, ...query });
      return groups.map(toGroupRow);
    },
    count: () => ctx.db.prisma.group.count({ where }),
  });
}

/** Throws InputError where there is none. */
export async function requireGroup(ctx: Context, argument: string, slug: string): Promise<GroupRow> {
  const group = await load(ctx, findGroupsBySlug, slug);
  if (!group) throw new InputError(argument, `no group has the slug ${JSON.stringify(slug)}; see \`groups\``);
  return group;
}

/** Groups that the countries belong to on the day, by name. */
export async function findGroupsOfCountries(
  ctx: Context,
  countries: readonly string[],
  on: Day,
): Promise<Map<string, GroupRow[]>> {
  const memberships = await ctx.db.prisma.groupMembership.findMany({
    relationLoadStrategy: 'join',
    where: { countryIso3: { in: [...countries] }, ...memberOn(on) },
    orderBy: [{ group: { name: 'asc' } }, { id: 'asc' }],
    include: { group: true },
  });
  const groups = memberships.map(({ countryIso3, group }) => ({ countryIso3, group: toGroupRow(group) }));
  return new Map(
    [...groupBy(groups, (m) => m.countryIso3)].map(([iso3, rows]) => [iso3, rows.map((m) => m.group)]),
  );
}

/** Every membership in the groups, past ones too, with the countries, by name. */
export async function findMembersOfGroups(
  ctx: Context,
  groups: readonly number[],
): Promise<Map<number, (MembershipRow & { country: CountryRow })[]>> {
  const memberships = await ctx.db.prisma.groupMembership.findMany({
    relationLoadStrategy: 'join',
    where: { groupId: { in: [...groups] } },
    orderBy: [{ country: { name: 'asc' } }, { id: 'asc' }],
    include: { country: true },
  });
  const rows = memberships.map((m) => ({ ...toMembershipRow(m), country: toCountryRow(m.country) }));
  return groupBy(rows, ({ groupId }) => groupId);
}

async function groupConditions(
  ctx: Context,
  { kind, member, on, text, onRecord }: GroupFilter,
  argument: string,
): Promise<Prisma.GroupWhereInput[]> {
  const conditions: Prisma.GroupWhereInput[] = text == null ? [] : wordsWhere(text, ['name', 'code']);
  if (kind) conditions.push({ kind: { in: kind } });
  if (member != null) {
    const { iso3 } = await requireCountry(ctx, `${argument}.member`, member);
    conditions.push({ members: { some: { countryIso3: iso3, ...memberOn(on ?? ctx.today) } } });
  }
  if (onRecord) {
    const count = visibleCounts(ctx.today);
    const event = visibleEvents(ctx.today);
    conditions.push({ OR: [{ recipientOf: { some: { count } } }, { events: { some: { event } } }] });
  }
  return conditions;
}
