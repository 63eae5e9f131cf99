import type { Kind } from '@/features/editing/kinds.ts';
import { stateWords } from '@/features/editing/state-words.ts';
import type * as api from '@/generated/contract.ts';
import { addressOf, readParam, type SearchParams } from '@/text/index.ts';
import { columnsOf, defaultColumns } from './columns.ts';

export const PAGE_SIZE = 50;

/** What the address of a list asks for; null where it does not. */
export interface RecordsView {
  text: string | null;
  state: api.RecordState | null;
  sort: Sort;
  /** Keys of the columns beside the title, in the table's order; null: those that the kind begins with. */
  columns: string[] | null;
  after: string | null;
  before: string | null;
}

export type Sort = keyof typeof sorts;

/** Orders by their names in addresses, the usual one first. */
export const sorts = {
  changed: { orderBy: 'UPDATED_AT', direction: 'DESC', words: 'last changed first' },
  unchanged: { orderBy: 'UPDATED_AT', direction: 'ASC', words: 'longest unchanged first' },
  newest: { orderBy: 'CREATED_AT', direction: 'DESC', words: 'newest first' },
  oldest: { orderBy: 'CREATED_AT', direction: 'ASC', words: 'oldest first' },
  title: { orderBy: 'TITLE', direction: 'ASC', words: 'by title' },
  'title-back': { orderBy: 'TITLE', direction: 'DESC', words: 'by title, from the end' },
  name: { orderBy: 'SLUG', direction: 'ASC', words: 'by name in addresses' },
  'name-back': { orderBy: 'SLUG', direction: 'DESC', words: 'by name in addresses, from the end' },
} as const satisfies Record<string, { orderBy: api.EditableOrder; direction: api.Direction; words: string }>;

export const wholeList: RecordsView = {
  text: null,
  state: null,
  sort: 'changed',
  columns: null,
  after: null,
  before: null,
};

/** Links are listed in one order alone. */
export const hasSorts = ({ path }: Kind) => path !== 'links';

export function readRecordsView(kind: Kind, params: SearchParams): RecordsView {
  const state = readParam(params, 'state') ?? '';
  const sort = readParam(params, 'sort') ?? '';
  return {
    text: readParam(params, 'text'),
    state: kind.hasStates && Object.hasOwn(stateWords, state) ? (state as api.RecordState) : null,
    sort: hasSorts(kind) && Object.hasOwn(sorts, sort) ? (sort as Sort) : 'changed',
    columns: readColumns(kind, params),
    after: readParam(params, 'after'),
    before: readParam(params, 'before'),
  };
}

/** Forms send `columns=a&columns=b`, links write `columns=a,b`. */
function readColumns(kind: Kind, params: SearchParams): string[] | null {
  const asked = [params.columns].flat().flatMap((value) => value?.split(',') ?? []);
  const chosen = columnsOf(kind)
    .map(({ key }) => key)
    .filter((key) => asked.includes(key));
  return chosen.length === 0 || String(chosen) === String(defaultColumns(kind)) ? null : chosen;
}

/** What the API is asked. Documents of kinds without states or orders declare less, and the rest goes unheard. */
export function toVariables({ text, state, sort, after, before }: RecordsView) {
  const { orderBy, direction } = sorts[sort];
  const [first, last] = before ? [null, PAGE_SIZE] : [PAGE_SIZE, null];
  return {
    text,
    state: state && [state],
    orderBy,
    direction,
    first,
    last,
    after: before ? null : after,
    before,
  };
}

/** The list's address; places in it are left out unless given. */
export function addressOfRecords({ path }: Kind, view: Partial<RecordsView>): string {
  const { text, state, sort, columns, after, before } = view;
  return addressOf(`/admin/${path}`, {
    text,
    state,
    sort: sort === 'changed' ? null : sort,
    columns: columns?.join(','),
    after,
    before,
  });
}
