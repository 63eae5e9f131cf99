import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import { InputError } from '../../errors.ts';
import { requireOrderedDays } from '../../filters.ts';
import type { AssumptionsInput, CountFilter } from '../../generated/resolvers.ts';
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
}

/**
 * Reads the record and checks what was asked. Throws InputError for a name that does not exist, and for bounds the
 * wrong way round. `places` reads groups and countries whether or not the filter needs them.
 */
export async function prepareAnswer(ctx: Context, asked: Asked, places = false): Promise<Prepared> {
  const filter = asked.filter ?? {};
  const register = await loadRegister(ctx, {
    words: filter.text != null,
    places: places || filter.country != null || filter.group != null,
  });
  requireOrderedBounds(filter);
  requireNames('filter.program', filter.program, register.programs, 'program');
  requireNames('filter.provider', filter.provider, register.providers, 'provider');
  const question: Question = {
    filter,
    targets: requireTargets(filter, register),
    knownOn: asked.knownOn ?? ctx.today,
    schedule: asked.assumptions?.schedule ?? 'EVEN',
    placesAsPeople: asked.assumptions?.placesAsPeople ?? false,
  };
  return { question, register, groups: new Map(register.groups.map((group) => [group.id, group])) };
}

/** Throws InputError, naming `from`, when the period ends before it starts. */
export function requireOrdered(from: Day | null, until: Day, argument: string): void {
  if (from !== null && from > until) {
    throw new InputError('from', `${from} is after ${argument} ${until}`);
  }
}

function requireTargets({ country, group }: CountFilter, { countries, groups }: Register): Target[] {
  const targets: Target[] = [];
  if (country != null) {
    if (!countries.some(({ iso3 }) => iso3 === country)) {
      const words = `no country has the code ${JSON.stringify(country)}; use ISO 3166-1 alpha-3`;
      throw new InputError('filter.country', words);
    }
    targets.push({ kind: 'COUNTRY', iso3: country });
  }
  if (group != null) {
    const found = groups.find(({ slug }) => slug === group);
    if (!found)
      throw new InputError('filter.group', `no group has the slug ${JSON.stringify(group)}; see \`groups\``);
    targets.push({ kind: 'GROUP', group: found });
  }
  return targets;
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

function requireOrderedBounds({ statedOn, knownOn, quantity }: CountFilter): void {
  if (statedOn) requireOrderedDays('filter.statedOn', statedOn);
  if (knownOn) requireOrderedDays('filter.knownOn', knownOn);
  if (quantity?.min != null && quantity.max != null && quantity.min > quantity.max) {
    throw new InputError('filter.quantity', `min ${quantity.min} is more than max ${quantity.max}`);
  }
}
