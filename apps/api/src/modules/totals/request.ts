import type { GraphQLResolveInfo } from 'graphql';
import { listFilters, type PlacedFilter } from '../../composition.ts';
import type { Context } from '../../context.ts';
import { requireOrderedDays } from '../../date-range.ts';
import type { Day } from '../../days.ts';
import { InputError } from '../../errors.ts';
import type { AssumptionsInput, CountFilter } from '../../generated/resolvers.ts';
import { readSelection } from '../../selection.ts';
import { requireOrderedQuantity } from '../count/queries.ts';
import { isInSql } from './filter-sql.ts';
import { loadRegister } from './queries.ts';
import type { Question } from './question.ts';
import type { Groups, Target } from './recipients.ts';
import type { Register } from './record.ts';

/** The arguments that every answer shares. */
export interface Asked {
  filter?: CountFilter | null;
  from?: Day | null;
  knownOn?: Day | null;
  assumptions?: AssumptionsInput | null;
}

export interface Prepared {
  question: Question;
  register: Register;
  groups: Groups;
  /** Whether the register holds linked counts alone, and SQL is to add the others up. */
  isPartial: boolean;
}

/** What an answer needs of the record beside what its filter does. */
export interface Needs {
  /** Groups and countries. */
  places?: boolean;
  /** Each count for itself, because the answer lists them. */
  lists?: boolean;
}

/**
 * Reads the record and checks what was asked. Throws InputError for a name that does not exist, and for bounds the
 * wrong way round.
 */
export async function prepareAnswer(
  ctx: Context,
  asked: Asked,
  { places = false, lists = true }: Needs = {},
): Promise<Prepared> {
  const filter = asked.filter ?? {};
  const placed = listFilters('filter', filter);
  const isPartial = !lists && isInSql(filter);
  const register = await loadRegister(ctx, {
    words: placed.some((part) => part.filter.text != null),
    places: places || placed.some((part) => namesPlaces(part.filter)),
    linkedOnly: isPartial,
  });
  for (const part of placed) checkFilter(part, register);
  const question: Question = {
    filter,
    targets: findTargets(filter, register),
    knownOn: asked.knownOn ?? ctx.today,
    schedule: asked.assumptions?.schedule ?? 'EVEN',
    placesAsPeople: asked.assumptions?.placesAsPeople ?? false,
  };
  const groups = new Map(register.groups.map((group) => [group.id, group]));
  return { question, register, groups, isPartial };
}

const LISTS = ['contributions', 'excluded', 'reports'];

/** Whether an answer is asked for counts by name, or only for numbers. */
export function asksLists(info: GraphQLResolveInfo): boolean {
  const fields = readSelection(info);
  return LISTS.some((list) => fields.has(list)) || fields.get('assumptions')?.has('notes') === true;
}

const ROW_LISTS = ['counts', 'contributions', 'excluded', 'named', 'listed'];

/** The same of a breakdown, whose rows have lists of their own. */
export function asksRowLists(info: GraphQLResolveInfo): boolean {
  const rows = readSelection(info).get('rows');
  return asksLists(info) || ROW_LISTS.some((list) => rows?.has(list));
}

/** Throws InputError, naming `from`, when the period ends before it starts. */
export function requireOrdered(from: Day | null, until: Day, argument: string): void {
  if (from !== null && from > until) {
    throw new InputError('from', `${from} is after ${argument} ${until}`);
  }
}

function namesPlaces({ country, group, membership, providerCountry }: CountFilter): boolean {
  return country != null || group != null || membership != null || providerCountry != null;
}

/** Throws InputError for a name that does not exist, and for bounds the wrong way round. */
function checkFilter({ argument, filter }: PlacedFilter<CountFilter>, register: Register): void {
  for (const name of ['statedOn', 'knownOn', 'windowStart', 'windowEnd', 'publishedAt'] as const) {
    const range = filter[name];
    if (range) requireOrderedDays(`${argument}.${name}`, range);
  }
  if (filter.quantity) requireOrderedQuantity(`${argument}.quantity`, filter.quantity);
  requireNames(`${argument}.program`, filter.program, register.programs, 'program');
  requireNames(`${argument}.provider`, filter.provider, register.providers, 'provider');
  requireCountries(`${argument}.providerCountry`, filter.providerCountry, register);
  if (filter.country != null) requireCountries(`${argument}.country`, [filter.country], register);
  if (filter.group != null) requireNames(`${argument}.group`, [filter.group], register.groups, 'group');
  if (filter.membership) {
    requireNames(`${argument}.membership.group`, [filter.membership.group], register.groups, 'group');
  }
}

function findTargets({ country, group }: CountFilter, { groups }: Register): Target[] {
  const found = group == null ? undefined : groups.find(({ slug }) => slug === group);
  return [
    ...(country == null ? [] : [{ kind: 'COUNTRY' as const, iso3: country }]),
    ...(found ? [{ kind: 'GROUP' as const, group: found }] : []),
  ];
}

function requireCountries(
  argument: string,
  asked: readonly string[] | null | undefined,
  { countries }: Register,
): void {
  const unknown = asked?.find((code) => !countries.some(({ iso3 }) => iso3 === code));
  if (unknown === undefined) return;
  throw new InputError(
    argument,
    `no country has the code ${JSON.stringify(unknown)}; use ISO 3166-1 alpha-3`,
  );
}

function requireNames(
  argument: string,
  asked: readonly string[] | null | undefined,
  known: readonly { slug: string }[],
  words: string,
): void {
  const slugs = new Set(known.map(({ slug }) => slug));
  const unknown = asked?.find((slug) => !slugs.has(slug));
  if (unknown !== undefined) {
    throw new InputError(argument, `no ${words} has the slug ${JSON.stringify(unknown)}; see \`${words}s\``);
  }
}
