import type { Context } from '../../context.ts';
import type { CountFilter, RecordEntity, TotalEffect } from '../../generated/resolvers.ts';
import { entities } from '../editing/entities.ts';
import { findRow } from '../editing/queries/editable.ts';
import type { Quantity } from '../totals/record.ts';
import { answerTotals } from '../totals/totals.ts';
import { findNames, type Name } from './queries/names.ts';

type EffectKind = TotalEffect['kind'];

/** A total that a change may move, and how it is asked for. */
export interface Scope extends Omit<TotalEffect, '__typename' | 'before' | 'after'> {
  filter: CountFilter;
}

/** What of a record's content says which totals it is part of. */
interface Parts {
  kinds: EffectKind[];
  providers: string[];
  programs: string[];
  countries: string[];
}

/** Of either kind of scope; who names more is told of the first, by name. */
const MOST_SCOPES = 10;
const BOTH: EffectKind[] = ['PLEDGED', 'REPORTED'];

const NO_PARTS: Parts = { kinds: [], providers: [], programs: [], countries: [] };

/** The totals that a record is part of, or may move, by what it says and will say: inputs of its kind. */
export async function listScopes(
  ctx: Context,
  entity: RecordEntity,
  inputs: readonly Record<string, unknown>[],
): Promise<Scope[]> {
  const found: Parts[] = [];
  for (const input of inputs) found.push(await findParts(ctx, entity, input));
  const parts = merge(found);
  if (parts.kinds.length === 0) return [];
  const { providers, programs, countries } = await findNames(ctx, {
    ...parts,
    countries: entity === 'GROUP' ? listMoved(inputs) : parts.countries,
  });
  return parts.kinds.flatMap((kind) => [
    makeScope(kind, 'ALL', `All ${WORDS[kind]}, people`, {}),
    ...providers
      .slice(0, MOST_SCOPES)
      .map((it) =>
        makeScope(kind, 'PROVIDER', `All of ${it.name}’s ${WORDS[kind]}, people`, { provider: it }),
      ),
    ...programs.map((it) =>
      makeScope(kind, 'PROGRAM', `All ${WORDS[kind]} under ${it.name}, people`, { program: it }),
    ),
    ...countries
      .slice(0, MOST_SCOPES)
      .map((it) => makeScope(kind, 'COUNTRY', `All ${WORDS[kind]} for ${it.name}, people`, { country: it })),
  ]);
}

const WORDS: Record<EffectKind, string> = { PLEDGED: 'commitments', REPORTED: 'reported totals' };

function makeScope(
  kind: EffectKind,
  scope: Scope['scope'],
  label: string,
  { provider, program, country }: { provider?: Name; program?: Name; country?: Name },
): Scope {
  return {
    label,
    scope,
    kind,
    unit: 'PEOPLE',
    provider: provider?.key ?? null,
    program: program?.key ?? null,
    country: country?.key ?? null,
    filter: {
      ...(provider && { provider: [provider.key] }),
      ...(program && { program: [program.key] }),
      ...(country && { country: country.key }),
    },
  };
}

async function findParts(ctx: Context, entity: RecordEntity, input: Record<string, unknown>): Promise<Parts> {
  switch (entity) {
    case 'COMMITMENT':
      return readCount('PLEDGED', input as unknown as CountParts);
    case 'REPORTED_TOTAL':
      return readCount('REPORTED', input as unknown as CountParts);
    case 'LINK':
      return merge([
        await findCountParts(ctx, String(input.from)),
        await findCountParts(ctx, String(input.to)),
      ]);
    // Days of sources say when what they tell came to be known; members of groups, whom it may concern.
    case 'SOURCE':
    case 'GROUP':
      return { ...NO_PARTS, kinds: BOTH };
    default:
      return NO_PARTS;
  }
}

interface CountParts {
  providers: string[];
  program: string | null;
  recipients: { country: string | null; group: string | null }[];
}

function readCount(kind: EffectKind, { providers, program, recipients }: CountParts): Parts {
  const countries = recipients.flatMap(({ country }) => country ?? []);
  return {
    kinds: [kind],
    providers,
    programs: program === null ? [] : [program],
    countries: countries.length === 1 ? countries : [],
  };
}

async function findCountParts(ctx: Context, slug: string): Promise<Parts> {
  for (const [kind, name] of COUNTS) {
    const row = await findRow(ctx, entities[name], slug);
    if (row) return readCount(kind, entities[name].toInput(row));
  }
  return NO_PARTS;
}

const COUNTS = [
  ['PLEDGED', 'COMMITMENT'],
  ['REPORTED', 'REPORTED_TOTAL'],
] as const;

function merge(parts: readonly Parts[]): Parts {
  const all = <Key extends keyof Parts>(key: Key) => [...new Set(parts.flatMap((part) => part[key]))];
  const kinds = all('kinds') as EffectKind[];
  return {
    kinds: BOTH.filter((kind) => kinds.includes(kind)),
    providers: all('providers'),
    programs: all('programs'),
    countries: all('countries'),
  };
}

/** Countries whose membership of a group differs between what it says and will say. */
function listMoved(inputs: readonly Record<string, unknown>[]): string[] {
  const [before = new Set<string>(), after = new Set<string>()] = inputs.map(
    ({ members }) => new Set((members as object[]).map((member) => JSON.stringify(member))),
  );
  const moved = [...before, ...after].filter((member) => before.has(member) !== after.has(member));
  return moved.map((member) => JSON.parse(member).country);
}

/** The totals as they stand, as readers would be told; whole people. */
export async function sumScopes(ctx: Context, scopes: readonly Scope[]): Promise<Quantity[]> {
  const answers = new Map<string, Promise<{ pledged: Quantity; reported: Quantity }>>();
  const sums: Quantity[] = [];
  // One after the other: they share a connection.
  for (const { kind, filter } of scopes) {
    const key = JSON.stringify(filter);
    const answer = answers.get(key) ?? answerTotals(ctx, { filter }, false);
    answers.set(key, answer);
    const { pledged, reported } = await answer;
    sums.push(kind === 'PLEDGED' ? pledged : reported);
  }
  return sums;
}
