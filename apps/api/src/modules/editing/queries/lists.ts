import type { RecordState } from '@muster/db';
import type { Context } from '../../../context.ts';
import type { KeysetOrder } from '../../../cursor.ts';
import { wordsWhere } from '../../../filters.ts';
import type { Direction, EditableOrder } from '../../../generated/resolvers.ts';
import { findPage, type Page, type PageArgs, type Stretch } from '../../../pagination.ts';
import { COUNT_PARTIES, type CountRow, toCountRow } from '../../count/queries.ts';
import { type CountryRow, toCountryRow } from '../../country/queries.ts';
import { type EventRow, toEventRow } from '../../event/rows.ts';
import { type GroupRow, toGroupRow } from '../../group/queries.ts';
import { type ProgramRow, toProgramRow } from '../../program/queries.ts';
import { type ProviderRow, toProviderRow } from '../../provider/queries.ts';
import { type SourceRow, toSourceRow } from '../../source/queries.ts';

export interface EditableArgs extends PageArgs {
  state?: readonly RecordState[] | null | undefined;
  text?: string | null | undefined;
  orderBy?: EditableOrder | null | undefined;
  direction?: Direction | null | undefined;
}

interface Dated {
  createdAt: Date;
  updatedAt: Date;
}

/** A list of records in any state: for editors alone. */
interface List<Row> {
  name: string;
  title: string & keyof Row;
  key: string & keyof Row;
  /** Columns that are searched, and those of them that may be empty. */
  columns: readonly string[];
  optional?: readonly string[];
  find(query: Query): Promise<Row[]>;
  count(query: { where: object }): Promise<number>;
}

type Query = Omit<Stretch, 'where'> & { where: { AND: never[] } };

function findEditablePage<Row>(
  list: List<Row & Dated>,
  { state, text, orderBy, direction, ...args }: EditableArgs,
): Promise<Page<Row & Dated>> {
  const where = {
    ...(state && { state: { in: [...state] } }),
    ...(text && { AND: wordsWhere(text, list.columns, list.optional) }),
  };
  return findPage<Row & Dated>({
    args,
    order: orderOf(list, orderBy ?? 'UPDATED_AT', direction ?? 'DESC'),
    // The columns are those of the list's own model: they are matched here, not by the compiler.
    find: ({ where: bounds, ...stretch }) =>
      list.find({ where: { AND: [where as never, bounds as never] }, ...stretch }),
    count: () => list.count({ where }),
  });
}

function orderOf<Row extends Dated>(
  { name, title, key }: Pick<List<Row>, 'name' | 'title' | 'key'>,
  orderBy: EditableOrder,
  direction: Direction,
): KeysetOrder<Row> {
  const common = {
    isNullable: false,
    direction,
    keyColumn: key,
    keyOf: (row: Row) => String(row[key]),
  } as const;
  if (orderBy === 'TITLE' || orderBy === 'SLUG') {
    const column = orderBy === 'TITLE' ? title : key;
    const way = `${name} by ${orderBy} ${direction}, for editors`;
    return { ...common, name: way, column, kind: 'text', valueOf: (row) => String(row[column]) };
  }
  const column = orderBy === 'CREATED_AT' ? 'createdAt' : 'updatedAt';
  const words = orderBy === 'CREATED_AT' ? 'creation' : 'change';
  return {
    ...common,
    name: `${name} by ${words}${direction === 'DESC' ? '' : ' ASC'}`,
    column,
    kind: 'instant',
    valueOf: (row) => row[column].toISOString(),
  };
}

export function findEditableCounts(
  ctx: Context,
  kind: 'COMMITMENT' | 'REPORTED_TOTAL',
  args: EditableArgs,
): Promise<Page<CountRow>> {
  const { count } = ctx.db.prisma;
  return findEditablePage<CountRow>(
    {
      name: kind === 'COMMITMENT' ? 'commitments' : 'reported totals',
      title: 'title',
      key: 'slug',
      columns: ['title', 'slug', 'recipientsStated', 'statedBy', 'note'],
      find: async ({ where, ...stretch }) => {
        const rows = await count.findMany({
          relationLoadStrategy: 'join',
          where: { kind, ...where },
          include: COUNT_PARTIES,
          ...stretch,
        });
        return rows.map((row) => ({ ...toCountRow(row, ctx.today), createdAt: row.createdAt }));
      },
      count: ({ where }) => count.count({ where: { kind, ...where } }),
    },
    args,
  );
}

export function findEditableEvents(ctx: Context, args: EditableArgs): Promise<Page<EventRow>> {
  const { event } = ctx.db.prisma;
  return findEditablePage<EventRow>(
    {
      name: 'events',
      title: 'title',
      key: 'slug',
      columns: ['title', 'slug', 'place', 'statedBy', 'note'],
      find: async (query) => (await event.findMany(query)).map((row) => toEventRow(row, ctx.today)),
      count: (query) => event.count(query),
    },
    args,
  );
}

export function findEditableSources(ctx: Context, args: EditableArgs): Promise<Page<SourceRow>> {
  const { source } = ctx.db.prisma;
  return findEditablePage<SourceRow>(
    {
      name: 'sources',
      title: 'title',
      key: 'slug',
      columns: ['title', 'publisher', 'slug', 'url', 'note'],
      find: async (query) => (await source.findMany(query)).map(toSourceRow),
      count: (query) => source.count(query),
    },
    args,
  );
}

export function findEditablePrograms(ctx: Context, args: EditableArgs): Promise<Page<ProgramRow>> {
  const { program } = ctx.db.prisma;
  return findEditablePage<ProgramRow>(
    {
      name: 'programs',
      title: 'name',
      key: 'slug',
      columns: ['name', 'slug', 'description'],
      find: async (query) => (await program.findMany(query)).map(toProgramRow),
      count: (query) => program.count(query),
    },
    args,
  );
}

export function findEditableProviders(ctx: Context, args: EditableArgs): Promise<Page<ProviderRow>> {
  const { provider } = ctx.db.prisma;
  return findEditablePage<ProviderRow>(
    {
      name: 'providers',
      title: 'name',
      key: 'slug',
      columns: ['name', 'slug', 'code'],
      find: async (query) => (await provider.findMany(query)).map(toProviderRow),
      count: (query) => provider.count(query),
    },
    args,
  );
}

export function findEditableGroups(ctx: Context, args: EditableArgs): Promise<Page<GroupRow>> {
  const { group } = ctx.db.prisma;
  return findEditablePage<GroupRow>(
    {
      name: 'groups',
      title: 'name',
      key: 'slug',
      columns: ['name', 'slug', 'code', 'description'],
      find: async (query) => (await group.findMany(query)).map(toGroupRow),
      count: (query) => group.count(query),
    },
    args,
  );
}

export function findEditableCountries(ctx: Context, args: EditableArgs): Promise<Page<CountryRow>> {
  const { country } = ctx.db.prisma;
  return findEditablePage<CountryRow>(
    {
      name: 'countries',
      title: 'name',
      key: 'iso3',
      columns: ['name', 'iso3', 'iso2'],
      find: async (query) => (await country.findMany(query)).map(toCountryRow),
      count: (query) => country.count(query),
    },
    args,
  );
}
