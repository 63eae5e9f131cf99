import { InputError } from './errors.ts';

/** A filter that may hold others of its kind: all of which, one of which, or which not must hold. */
export interface Composable<Filter> {
  and?: Filter[] | null | undefined;
  or?: Filter[] | null | undefined;
  not?: Filter | null | undefined;
}

/** A filter with its place among the arguments, e.g. `filter.or.1.not`. */
export interface PlacedFilter<Filter> {
  argument: string;
  filter: Filter;
  /** 1 for the filter itself. */
  level: number;
}

const MOST_LEVELS = 8;
const MOST_FILTERS = 200;

/** The filter and all that it holds. Throws InputError where they are too deep or too many, or where `or` is empty. */
export function listFilters<Filter extends Composable<Filter>>(
  argument: string,
  filter: Filter,
): PlacedFilter<Filter>[] {
  const placed: PlacedFilter<Filter>[] = [{ argument, filter, level: 1 }];
  for (const next of placed) {
    if (next.level > MOST_LEVELS) {
      throw new InputError(
        next.argument,
        `filters nest at most ${MOST_LEVELS} levels deep; write it flatter`,
      );
    }
    if (next.filter.or?.length === 0) {
      throw new InputError(`${next.argument}.or`, 'holds no filter; give at least one, or leave it out');
    }
    placed.push(...listParts(next));
    if (placed.length > MOST_FILTERS) {
      throw new InputError(
        argument,
        `more than ${MOST_FILTERS} filters within one another; lists of values, as in \`slug\`, are alternatives too`,
      );
    }
  }
  return placed;
}

function listParts<Filter extends Composable<Filter>>({
  argument,
  filter: { and, or, not },
  level,
}: PlacedFilter<Filter>): PlacedFilter<Filter>[] {
  const place = (name: string, filter: Filter) => ({
    argument: `${argument}.${name}`,
    filter,
    level: level + 1,
  });
  return [
    ...(and ?? []).map((part, index) => place(`and.${index}`, part)),
    ...(or ?? []).map((part, index) => place(`or.${index}`, part)),
    ...(not ? [place('not', not)] : []),
  ];
}

/**
 * A filter as a Prisma condition. `toConditions` gives those of its own fields, all of which must hold; each must be
 * true or false, never unknown, of a column that may be empty: `NOT` would leave out what it should take. `key` is a
 * column that every row has.
 */
export async function composeWhere<Filter extends Composable<Filter>, Where extends object>(
  filter: Filter | null | undefined,
  key: keyof Where & string,
  toConditions: (filter: Filter, argument: string) => Where[] | Promise<Where[]>,
): Promise<Where> {
  const conditions = new Map<Filter, object[]>();
  const readOwn = async ({ filter: part, argument }: PlacedFilter<Filter>) => {
    conditions.set(part, await toConditions(part, argument));
  };
  // All at once, so that the names they look up are looked up together.
  await Promise.all((filter ? listFilters('filter', filter) : []).map(readOwn));
  const join = (part: Filter): object => {
    const all = [
      ...(conditions.get(part) ?? []),
      ...(part.and ?? []).map(join),
      ...(part.or ? [{ OR: part.or.map(join) }] : []),
      ...(part.not ? [{ NOT: join(part.not) }] : []),
    ];
    return all.length > 0 ? { AND: all } : anyValue(key);
  };
  return (filter ? join(filter) : anyValue(key)) as Where;
}

// Prisma leaves out conditions that say nothing, `{}`, `{ AND: [] }` and `{ OR: [] }` alike, also where that turns an
// `OR` or a `NOT` into its opposite. These two are kept as they are.

/** True of every row. */
export function anyValue(column: string): object {
  return { [column]: { notIn: [] } };
}

/** True of no row. */
export function noValue(column: string): object {
  return { [column]: { in: [] } };
}
