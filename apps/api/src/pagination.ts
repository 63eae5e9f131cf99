import { type Cursor, type KeysetOrder, readCursor, writeCursor } from './cursor.ts';
import { InputError } from './errors.ts';
import {
  allOf,
  type Bound,
  type KeysetOrderBy,
  type KeysetWhere,
  keysetOrderBy,
  keysetWhere,
  type PlaceBound,
  readParts,
  splitBounds,
} from './keyset.ts';

const DEFAULT_SIZE = 50;
const LARGEST_SIZE = 500;

export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** What a connection is asked for, checked. */
export interface PageRequest {
  size: number;
  /** True: the last `size` of the list rather than the first. */
  isBackward: boolean;
  after: Cursor | null;
  before: Cursor | null;
}

/** A page of a Relay connection; what is not asked for is not counted. */
export interface Page<Row> {
  edges: { cursor: string; node: Row }[];
  hasNextPage(): Promise<boolean>;
  hasPreviousPage(): Promise<boolean>;
  countAll(): Promise<number>;
}

export type AnyPage = Page<unknown>;

/** One stretch of a list: rows between two cursors, in the list's order or, read from its end, against it. */
export interface Stretch {
  where: KeysetWhere;
  orderBy: KeysetOrderBy;
  take: number;
}

/** The same stretch, for a list that is read past Prisma. */
export interface Place {
  bounds: readonly PlaceBound[];
  /** Read from the list's end. */
  isBackward: boolean;
}

/** Throws InputError for a size outside 1–500, both of `first` and `last`, or a cursor of another list or order. */
export function readPageRequest(args: PageArgs, order: KeysetOrder<never>): PageRequest {
  if (args.first != null && args.last != null)
    throw new InputError('last', 'give `first` or `last`, not both');
  return {
    size: readSize('first', args.first) ?? readSize('last', args.last) ?? DEFAULT_SIZE,
    isBackward: args.last != null,
    after: args.after == null ? null : readCursor('after', args.after, order),
    before: args.before == null ? null : readCursor('before', args.before, order),
  };
}

function readSize(argument: string, size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size >= 1 && size <= LARGEST_SIZE) return size;
  throw new InputError(argument, `${size} is not a page size; give 1 to ${LARGEST_SIZE}`);
}

/** Reads one page: a single call of `find`, further ones only for what it leaves open and the query asks for. */
export async function findPage<Row>(list: {
  args: PageArgs;
  order: KeysetOrder<Row>;
  find: (stretch: Stretch, place: Place) => Promise<Row[]>;
  count: () => Promise<number>;
}): Promise<Page<Row>> {
  const { order, find } = list;
  const request = readPageRequest(list.args, order);
  const read = ({ bounds, isBackward }: Place, take: number) =>
    readParts(splitBounds(order, bounds, isBackward), take, (part, rest) => {
      const where = allOf(part.map((bound) => keysetWhere(order, bound)));
      return find(
        { where, orderBy: keysetOrderBy(order, isBackward), take: rest },
        { bounds: part, isBackward },
      );
    });
  const bounds = [
    ...(request.after ? [{ cursor: request.after, bound: 'after' as const }] : []),
    ...(request.before ? [{ cursor: request.before, bound: 'before' as const }] : []),
  ];
  const rows = await read({ bounds, isBackward: request.isBackward }, request.size + 1);
  const isBeyond = async (cursor: Cursor, bound: Bound) =>
    (await read({ bounds: [{ cursor, bound }], isBackward: false }, 1)).length > 0;
  return toPage({ rows, request, order, isBeyond, count: list.count });
}

/**
 * Makes a page of rows read with one more than asked for, in the direction of reading. `isBeyond` tells whether the
 * list has rows on the far side of a cursor that bounds the page.
 */
export function toPage<Row>(read: {
  rows: Row[];
  request: PageRequest;
  order: KeysetOrder<Row>;
  isBeyond: (cursor: Cursor, bound: 'notAfter' | 'notBefore') => Promise<boolean>;
  count: () => Promise<number>;
}): Page<Row> {
  const { order, isBeyond } = read;
  const { size, isBackward, after, before } = read.request;
  const hasMore = read.rows.length > size;
  const rows = read.rows.slice(0, size);
  if (isBackward) rows.reverse();
  return {
    edges: rows.map((node) => ({ cursor: writeCursor(order, node), node })),
    hasNextPage: async () => (!isBackward && hasMore) || (before !== null && isBeyond(before, 'notBefore')),
    hasPreviousPage: async () => (isBackward && hasMore) || (after !== null && isBeyond(after, 'notAfter')),
    countAll: read.count,
  };
}

/** Resolvers of a connection type; the same for all. */
export const pageResolvers = {
  nodes: <Row>(page: Page<Row>) => page.edges.map(({ node }) => node),
  pageInfo: <Row>(page: Page<Row>): Page<Row> => page,
  totalCount: <Row>(page: Page<Row>) => page.countAll(),
};

export const pageInfoResolvers = {
  hasNextPage: (page: Page<unknown>) => page.hasNextPage(),
  hasPreviousPage: (page: Page<unknown>) => page.hasPreviousPage(),
  startCursor: (page: Page<unknown>) => page.edges.at(0)?.cursor ?? null,
  endCursor: (page: Page<unknown>) => page.edges.at(-1)?.cursor ?? null,
};
