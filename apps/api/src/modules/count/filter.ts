import type { CountKind, Prisma, RecordState } from '@muster/db';
import type { Context } from '../../context.ts';
import { type Day, toDate } from '../../days.ts';
import { InputError } from '../../errors.ts';
import { dateRangeWhere, requireKnown, wordsWhere } from '../../filters.ts';
import type { CountFilter } from '../../generated/resolvers.ts';
import { findCountriesByIso3 } from '../country/queries.ts';
import {
  findGroupsBySlug,
  findMembershipsOfCountries,
  findMembershipsOfGroups,
  type MembershipRow,
} from '../group/queries.ts';
import { findProgramsBySlug } from '../program/queries.ts';
import { findProvidersBySlug } from '../provider/queries.ts';

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
  const { slug, audience, unit, measure, voice, statedOn, quantity, text } = filter;
  const conditions: Prisma.CountWhereInput[] = [];
  if (slug) conditions.push({ slug: { in: slug } });
  if (audience) conditions.push({ audience: { in: audience } });
  if (unit) conditions.push({ unit: { in: unit } });
  if (measure) conditions.push({ measure: { in: measure } });
  if (voice) conditions.push({ voice: { in: voice } });
  if (statedOn) conditions.push({ statedOn: dateRangeWhere('filter.statedOn', statedOn) });
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

async function relatedConditions(ctx: Context, filter: CountFilter): Promise<Prisma.CountWhereInput[]> {
  const { program, provider, country, group } = filter;
  const [programs, providers, byCountry, byGroup] = await Promise.all([
    program ? findProgramsBySlug(ctx, program) : null,
    provider ? findProvidersBySlug(ctx, provider) : null,
    country != null ? namesCountry(ctx, country) : null,
    group != null ? namesGroup(ctx, group) : null,
  ]);
  const conditions: Prisma.CountWhereInput[] = [];
  if (programs) {
    requireKnown('filter.program', program ?? [], programs, 'program has the slug');
    conditions.push({ programId: { in: [...programs.values()].map(({ id }) => id) } });
  }
  if (providers) {
    requireKnown('filter.provider', provider ?? [], providers, 'provider has the slug');
    const ids = [...providers.values()].map(({ id }) => id);
    conditions.push({ providers: { some: { providerId: { in: ids } } } });
  }
  if (byCountry) conditions.push(byCountry);
  if (byGroup) conditions.push(byGroup);
  return conditions;
}

/** Names the country, or a group of which it is a member on the day stated. */
async function namesCountry(ctx: Context, iso3: string): Promise<Prisma.CountWhereInput> {
  const [countries, memberships] = await Promise.all([
    findCountriesByIso3(ctx, [iso3]),
    findMembershipsOfCountries(ctx, [iso3]),
  ]);
  if (!countries.has(iso3)) {
    throw new InputError(
      'filter.country',
      `no country has the code ${JSON.stringify(iso3)}; use ISO 3166-1 alpha-3`,
    );
  }
  const named = { recipients: { some: { countryIso3: iso3 } } };
  return {
    OR: [named, ...duringMembership(memberships, (ids) => ({ groupId: { in: ids.map((m) => m.groupId) } }))],
  };
}

/** Names the group, or a country that is a member of it on the day stated. */
async function namesGroup(ctx: Context, slug: string): Promise<Prisma.CountWhereInput> {
  const group = (await findGroupsBySlug(ctx, [slug])).get(slug);
  if (!group) throw new InputError('filter.group', `no group has the slug ${JSON.stringify(slug)}`);
  const memberships = await findMembershipsOfGroups(ctx, [group.id]);
  const named = { recipients: { some: { groupId: group.id } } };
  const byMember = (members: MembershipRow[]) => ({ countryIso3: { in: members.map((m) => m.countryIso3) } });
  return { OR: [named, ...duringMembership(memberships, byMember)] };
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
