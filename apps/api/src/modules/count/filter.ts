import type { CountKind, Prisma, RecordState } from '@muster/db';
import { composeWhere } from '../../composition.ts';
import type { Context } from '../../context.ts';
import { dateRangeWhere, dayRangeWhere, readEndRange, requireOrderedDays } from '../../date-range.ts';
import { type Day, toDate } from '../../days.ts';
import { InputError } from '../../errors.ts';
import { wordsWhere } from '../../filters.ts';
import type { CountFilter, QuantityFilter } from '../../generated/resolvers.ts';
import { requireCountries } from '../country/queries.ts';
import { requireProgramIds } from '../program/queries.ts';
import { requireProviderIds } from '../provider/queries.ts';
import { namesCountry, namesGroup, namesMember } from './recipients.ts';
import { windowEndWhere } from './window-end.ts';

export interface CountScope {
  kind?: CountKind;
  /** Only what was known by this day; left out: whatever is recorded. */
  knownOn?: Day;
  /** Default: PUBLISHED, which is all that readers see. */
  state?: RecordState[];
}

type Where = Prisma.CountWhereInput;

/**
 * The filter as a Prisma condition. Throws InputError where it names a program, provider, country or group that
 * does not exist, or bounds the wrong way round, or nests too deep.
 */
export async function countWhere(
  ctx: Context,
  filter: CountFilter | null | undefined,
  { kind, knownOn, state = ['PUBLISHED'] }: CountScope,
): Promise<Where> {
  const scope: Where[] = [{ state: { in: state } }];
  if (kind) scope.push({ kind });
  if (knownOn) scope.push({ knownOn: { lte: toDate(knownOn) } });
  const filtered = await composeWhere<CountFilter, Where>(filter, 'slug', async (part, argument) => [
    ...plainConditions(part),
    ...dayConditions(part, argument),
    ...(await relatedConditions(ctx, part, argument)),
  ]);
  return { AND: [...scope, filtered] };
}

function plainConditions(filter: CountFilter): Where[] {
  const { slug, audience, unit, measure, voice, status, confidence, recipientScope, text } = filter;
  const { hasQuantity, hasRate, hasWindow } = filter;
  const conditions: Where[] = [];
  if (slug) conditions.push({ slug: { in: slug } });
  if (audience) conditions.push({ audience: { in: audience } });
  if (unit) conditions.push({ unit: { in: unit } });
  if (measure) conditions.push({ measure: { in: measure } });
  if (voice) conditions.push({ voice: { in: voice } });
  if (status) conditions.push({ AND: [{ status: { not: null } }, { status: { in: status } }] });
  if (confidence) conditions.push({ confidence: { in: confidence } });
  if (recipientScope) conditions.push({ recipientScope: { in: recipientScope } });
  if (hasQuantity != null) conditions.push(are(hasQuantity, { quantityLow: { not: null } }));
  if (hasRate != null) conditions.push(are(hasRate, { rate: { not: null } }));
  if (hasWindow != null) {
    conditions.push(are(hasWindow, { windowStart: { not: null }, windowEnd: { not: null } }));
  }
  if (text != null) {
    conditions.push(
      ...wordsWhere(text, ['title', 'audienceStated'], ['recipientsStated', 'statedBy', 'note']),
    );
  }
  return conditions;
}

function are(isWanted: boolean, where: Where): Where {
  return isWanted ? where : { NOT: where };
}

function dayConditions(filter: CountFilter, argument: string): Where[] {
  const { statedOn, knownOn, windowStart, windowEnd, publishedAt, quantity } = filter;
  const at = (name: keyof CountFilter) => `${argument}.${name}`;
  const conditions: Where[] = [];
  if (statedOn) conditions.push(dateRangeWhere(at('statedOn'), statedOn, 'statedOn', 'statedOnPrecision'));
  if (knownOn) conditions.push(dayRangeWhere(at('knownOn'), knownOn, 'knownOn'));
  if (windowStart) {
    conditions.push(dateRangeWhere(at('windowStart'), windowStart, 'windowStart', 'windowStartPrecision'));
  }
  if (windowEnd) {
    requireOrderedDays(at('windowEnd'), windowEnd);
    conditions.push(windowEndWhere(readEndRange(windowEnd), windowEnd.reading ?? 'FIRST_DAY'));
  }
  if (publishedAt) {
    const within = dayRangeWhere(at('publishedAt'), publishedAt, 'publishedAt');
    conditions.push({ AND: [{ publishedAt: { not: null } }, within] });
  }
  if (quantity) conditions.push(quantityWhere(at('quantity'), quantity));
  return conditions;
}

function quantityWhere(argument: string, quantity: QuantityFilter): Where {
  requireOrderedQuantity(argument, quantity);
  const { min, max } = quantity;
  return {
    quantityLow: { not: null, ...(min != null && { gte: min }) },
    quantityHigh: { not: null, ...(max != null && { lte: max }) },
  };
}

/** Throws InputError for bounds the wrong way round. */
export function requireOrderedQuantity(argument: string, { min, max }: QuantityFilter): void {
  if (min != null && max != null && min > max) {
    throw new InputError(argument, `min ${min} is more than max ${max}`);
  }
}

async function relatedConditions(
  ctx: Context,
  { program, provider, providerCountry, country, group, membership }: CountFilter,
  argument: string,
): Promise<Where[]> {
  return Promise.all([
    ...(program ? [ofPrograms(ctx, `${argument}.program`, program)] : []),
    ...(provider ? [ofProviders(ctx, `${argument}.provider`, provider)] : []),
    ...(providerCountry ? [ofProviderCountries(ctx, `${argument}.providerCountry`, providerCountry)] : []),
    ...(country != null ? [namesCountry(ctx, `${argument}.country`, country)] : []),
    ...(group != null ? [namesGroup(ctx, `${argument}.group`, group)] : []),
    ...(membership ? [namesMember(ctx, `${argument}.membership.group`, membership)] : []),
  ]);
}

async function ofPrograms(ctx: Context, argument: string, slugs: string[]): Promise<Where> {
  const ids = await requireProgramIds(ctx, argument, slugs);
  return { AND: [{ programId: { not: null } }, { programId: { in: ids } }] };
}

async function ofProviders(ctx: Context, argument: string, slugs: string[]): Promise<Where> {
  const ids = await requireProviderIds(ctx, argument, slugs);
  return { providers: { some: { providerId: { in: ids } } } };
}

async function ofProviderCountries(ctx: Context, argument: string, codes: string[]): Promise<Where> {
  await requireCountries(ctx, argument, codes);
  return { providers: { some: { provider: { countryIso3: { in: codes } } } } };
}
