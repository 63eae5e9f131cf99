import DataLoader from 'dataloader';
import type { Context } from './context.ts';

type Key = string | number;

/** Finds many at once; keys without an answer are left out of the map. */
export type BatchFinder<K extends Key, Row, Scope> = (
  ctx: Context,
  keys: readonly K[],
  scope: Scope,
) => Promise<ReadonlyMap<K, Row>>;

const loadersOfRequests = new WeakMap<Context, Map<unknown, Map<string, DataLoader<never, unknown>>>>();

/**
 * One row of a batch finder, asked for together with all others of the same request, finder and scope.
 * Null where the finder has no answer. `find` must be a function of module scope: it is the batch's identity.
 */
export async function load<K extends Key, Row, Scope = undefined>(
  ctx: Context,
  find: BatchFinder<K, Row, Scope>,
  key: K,
  ...[scope]: Scope extends undefined ? [] : [scope: Scope]
): Promise<Row | null> {
  const finders = getOrMake(loadersOfRequests, ctx, () => new Map());
  const scopes = getOrMake(finders, find, () => new Map<string, DataLoader<never, unknown>>());
  const loader = getOrMake(
    scopes,
    JSON.stringify(scope) ?? '',
    () =>
      new DataLoader<K, Row | null>(
        async (keys) => {
          const rows = await find(ctx, keys, scope as Scope);
          return keys.map((k) => rows.get(k) ?? null);
        },
        { maxBatchSize: 5_000 },
      ) as DataLoader<never, unknown>,
  ) as unknown as DataLoader<K, Row | null>;
  return loader.load(key);
}

/** The rows that a batch finder has under a key; none where it has no answer. */
export async function loadList<K extends Key, Row, Scope = undefined>(
  ctx: Context,
  find: BatchFinder<K, Row[], Scope>,
  key: K,
  ...scope: Scope extends undefined ? [] : [scope: Scope]
): Promise<Row[]> {
  return (await load(ctx, find, key, ...scope)) ?? [];
}

/** Collects rows under a key each, in their order. */
export function groupBy<K extends Key, Row>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row[]> {
  return Map.groupBy(rows, keyOf);
}

/** Finds rows by a unique key of theirs. */
export function indexBy<K extends Key, Row>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function getOrMake<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
