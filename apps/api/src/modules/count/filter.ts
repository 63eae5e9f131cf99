import type { CountKind, Prisma, RecordState } from '@muster/db';
import type { Context } from '../../context.ts';
import { type Day, toDate } from '../../days.ts';
import { InputError } from '../../errors.ts';
import { dateRangeWhere, dayRangeWhere, wordsWhere } from '../../filters.ts';
import type { CountFilter } from '../../generated/resolvers.ts';
import { requireCountry } from '../country/queries.ts';
import {
  findMembershipsOfCountries,
  findMembershipsOfGroups,
  type MembershipRow,
  requireGroup,
} from '../group/queries.ts';
import { requireProgramIds } from '../program/queries.ts';
import { requireProviderIds } from '../provider/queries.ts';

export interface CountScope {
  kind?: CountKind;
  /** Only what was known by this day; left out: whatever is recorded. */
  knownOn?: Day;
  /** Default: PUBLISHED, which is all that readers see. */
  state?: RecordState[];
}

/**
 * The filter as a Prisma condition. Throws InputError where it names a program, provider, country or group that
 * does not exist, or bounds the wrong way round.
 */
export async function countWhere(
  ctx: Context,
  filter: CountFilter | null | undefined,
  { kind, knownOn, state = ['PUBLISHED'] }: CountScope,
): Promise<Prisma.CountWhereInput> {
  const scope: Prisma.CountWhereInput[] = [{ state: { in: state } }];
  if (kind) scope.push({ kind });
  if (knownOn) scope.push({ knownOn: { lte: toDate(knownOn) } });
  if (!filter) return { AND: scope };
  const conditions = [...plainConditions(filter), ...(await relatedConditions(ctx, filter))];
  return { AND: [...scope, ...conditions] };
}

function plainConditions(filter: CountFilter): Prisma.CountWhereInput[] {
  const { slug, audience, unit, measure, voice, statedOn, knownOn, quantity, text } = filter;
  const conditions: Prisma.CountWhereInput[] = [];
  if (slug) conditions.push({ slug: { in: slug } });
  if (audience) conditions.push({ audience: { in: audience } });
  if (unit) conditions.push({ unit: { in: unit } });
  if (measure) conditions.push({ measure: { in: measure } });
  if (voice) conditions.push({ voice: { in: voice } });
  if (statedOn) conditions.push({ statedOn: dateRangeWhere('filter.statedOn', statedOn) });
  if (knownOn) conditions.push({ knownOn: dayRangeWhere('filter.knownOn', knownOn) });
  if (quantity) conditions.push(quantityWhere(quantity));
  if (text != null) {
    conditions.push(...wordsWhere(text, ['title', 'recipientsStated', 'audienceStated', 'statedBy', 'note']));
  }
  return conditions;
}

function quantityWhere({ min, max }: NonNullable<CountFilter['quantity']>): Prisma.CountWhereInput {
  if (min != null && max != null && min > max) {
    throw new InputError('filter.quantity', `min ${min} is more than max ${max}`);
  }
  return {
    quantityLow: { not: null, ...(min != null && { gte: min }) },
    quantityHigh: { not: null, ...(max != null && { lte: max }) },
  };
}

async function relatedConditions(
  ctx: Context,
  { program, provider, country, group }: CountFilter,
): Promise<Prisma.CountWhereInput[]> {
  return Promise.all([
    ...(program ? [ofPrograms(ctx, program)] : []),
    ...(provider ? [ofProviders(ctx, provider)] : []),
    ...(country != null ? [namesCountry(ctx, country)] : []),
    ...(group != null ? [namesGroup(ctx, group)] : []),
  ]);
}

async function ofPrograms(ctx: Context, slugs: string[]): Promise<Prisma.CountWhereInput> {
  return { programId: { in: await requireProgramIds(ctx, 'filter.program', slugs) } };
}

async function ofProviders(ctx: Context, slugs: string[]): Promise<Prisma.CountWhereInput> {
  const ids = await requireProviderIds(ctx, 'filter.provider', slugs);
  return { providers: { some: { providerId: { in: ids } } } };
}

/** Names the country, or a group of which it is a member on the day stated. */
async function namesCountry(ctx: Context, code: string): Promise<Prisma.CountWhereInput> {
  const { iso3 } = await requireCountry(ctx, 'filter.country', code);
  const memberships = await findMembershipsOfCountries(ctx, [iso3]);
  const byGroup = (terms: MembershipRow[]) => ({ groupId: { in: terms.map(({ groupId }) => groupId) } });
  return { OR: [{ recipients: { some: { countryIso3: iso3 } } }, ...duringMembership(memberships, byGroup)] };
}

/** Names the group, or a country that is a member of it on the day stated. */
async function namesGroup(ctx: Context, slug: string): Promise<Prisma.CountWhereInput> {
  const { id } = await requireGroup(ctx, 'filter.group', slug);
  const memberships = await findMembershipsOfGroups(ctx, [id]);
  const byMember = (terms: MembershipRow[]) => ({
    countryIso3: { in: terms.map((term) => term.countryIso3) },
  });
  return { OR: [{ recipients: { some: { groupId: id } } }, ...duringMembership(memberships, byMember)] };
}

function duringMembership(
  memberships: MembershipRow[],
  some: (memberships: MembershipRow[]) => Prisma.CountRecipientWhereInput,
): Prisma.CountWhereInput[] {
  const terms = Map.groupBy(memberships, ({ since, until }) => `${since} ${until}`);
  return [...terms.values()].map((term) => ({
    AND: [{ recipients: { some: some(term) } }, statedWithin(term[0] as MembershipRow)],
  }));
}

// A count that nobody dates is taken to be stated on the day it was known.
function statedWithin({ since, until }: MembershipRow): Prisma.CountWhereInput {
  if (since === null && until === null) return {};
  const days = { ...(since && { gte: toDate(since) }), ...(until && { lt: toDate(until) }) };
  return { OR: [{ statedOn: days }, { statedOn: null, knownOn: days }] };
}
