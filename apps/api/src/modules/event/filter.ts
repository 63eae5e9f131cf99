import type { Prisma } from '@muster/db';
import { composeWhere } from '../../composition.ts';
import type { Context } from '../../context.ts';
import {
  dateRangeWhere,
  dayRangeWhere,
  readEndRange,
  recordedWhere,
  requireOrderedDays,
} from '../../date-range.ts';
import type { Day } from '../../days.ts';
import { wordsWhere } from '../../filters.ts';
import type { EventFilter } from '../../generated/resolvers.ts';
import { requireCountry } from '../country/queries.ts';
import { memberOn } from '../group/membership.ts';
import { requireGroup } from '../group/queries.ts';
import { requireProgramIds } from '../program/queries.ts';
import { requireProviderIds } from '../provider/queries.ts';
import { visibleEvents } from './visible.ts';

type Where = Prisma.EventWhereInput;

/** Events that readers may see on the day `seenOn`, of which the filter holds. Throws as `countWhere`. */
export async function eventWhere(
  ctx: Context,
  filter: EventFilter | null | undefined,
  seenOn: Day,
): Promise<Where> {
  const filtered = await composeWhere<EventFilter, Where>(filter, 'slug', async (part, argument) => [
    ...plainConditions(part),
    ...dayConditions(part, argument),
    ...(await relatedConditions(ctx, part, argument)),
  ]);
  return { AND: [visibleEvents(seenOn), filtered] };
}

function plainConditions({ slug, kind, status, confidence, text }: EventFilter): Where[] {
  const conditions: Where[] = [];
  if (slug) conditions.push({ slug: { in: slug } });
  if (kind) conditions.push({ kind: { in: kind } });
  if (status) conditions.push({ AND: [{ status: { not: null } }, { status: { in: status } }] });
  if (confidence) conditions.push({ confidence: { in: confidence } });
  if (text != null) conditions.push(...wordsWhere(text, ['title'], ['place', 'note']));
  return conditions;
}

function dayConditions(filter: EventFilter, argument: string): Where[] {
  const { startsOn, endsOn, statedOn, knownOn, publishedAt } = filter;
  const at = (name: keyof EventFilter) => `${argument}.${name}`;
  const conditions: Where[] = [];
  if (startsOn) conditions.push(dateRangeWhere(at('startsOn'), startsOn, 'startsOn', 'startsOnPrecision'));
  if (endsOn) {
    requireOrderedDays(at('endsOn'), endsOn);
    conditions.push(recordedWhere(readEndRange(endsOn), 'endsOn', 'endsOnPrecision'));
  }
  if (statedOn) conditions.push(dateRangeWhere(at('statedOn'), statedOn, 'statedOn', 'statedOnPrecision'));
  if (knownOn) conditions.push(dayRangeWhere(at('knownOn'), knownOn, 'knownOn'));
  if (publishedAt) {
    const within = dayRangeWhere(at('publishedAt'), publishedAt, 'publishedAt');
    conditions.push({ AND: [{ publishedAt: { not: null } }, within] });
  }
  return conditions;
}

async function relatedConditions(
  ctx: Context,
  { program, provider, country, role, group, membershipOn }: EventFilter,
  argument: string,
): Promise<Where[]> {
  const conditions: Where[] = [];
  if (program) {
    const ids = await requireProgramIds(ctx, `${argument}.program`, program);
    conditions.push({ AND: [{ programId: { not: null } }, { programId: { in: ids } }] });
  }
  if (provider) {
    const ids = await requireProviderIds(ctx, `${argument}.provider`, provider);
    conditions.push({ providers: { some: { providerId: { in: ids } } } });
  }
  if (country != null || role) {
    const iso3 = country == null ? null : (await requireCountry(ctx, `${argument}.country`, country)).iso3;
    const some = { ...(iso3 && { countryIso3: iso3 }), ...(role && { role: { in: role } }) };
    conditions.push({ countries: { some } });
  }
  if (group != null) {
    const { id } = await requireGroup(ctx, `${argument}.group`, group);
    const members = (on: Day) => ({ country: { memberships: { some: { groupId: id, ...memberOn(on) } } } });
    conditions.push({
      OR: [
        { groups: { some: { groupId: id } } },
        ...(membershipOn == null ? [] : [{ countries: { some: members(membershipOn) } }]),
      ],
    });
  }
  return conditions;
}
