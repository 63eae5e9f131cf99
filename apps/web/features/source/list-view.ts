import type { SourceKind, SourceOrder } from '@/generated/contract.ts';
import { addressOf, readKnown, readParam, type SearchParams, sourceKindWords } from '@/text/index.ts';

const pageSize = 50;
const orders = { date: 'PUBLISHED_ON', title: 'TITLE', publisher: 'PUBLISHER' } as const;
type Sort = keyof typeof orders;

/** What the address asks the bibliography to show. */
export interface SourceView {
  known: string | null;
  refused: string | null;
  kind: SourceKind | null;
  language: string | null;
  text: string | null;
  sort: Sort;
  after: string | null;
  before: string | null;
}

export function readSourceView(params: SearchParams, today: string): SourceView {
  const kind = readParam(params, 'kind');
  const sort = readParam(params, 'sort');
  return {
    ...readKnown(params, today),
    kind: kind && Object.hasOwn(sourceKindWords, kind) ? (kind as SourceKind) : null,
    language: readParam(params, 'language'),
    text: readParam(params, 'text'),
    sort: sort && Object.hasOwn(orders, sort) ? (sort as Sort) : 'date',
    after: readParam(params, 'after'),
    before: readParam(params, 'before'),
  };
}

export function toVariables({ kind, language, text, sort, after, before }: SourceView) {
  const filter = { kind: kind ? [kind] : null, language: language ? [language] : null, text };
  const page = before ? { last: pageSize, before } : { first: pageSize, after };
  const orderBy: SourceOrder = orders[sort];
  return { ...page, filter, orderBy, direction: sort === 'date' ? ('DESC' as const) : ('ASC' as const) };
}

export function withoutFilters(view: SourceView): SourceView {
  return { ...view, kind: null, language: null, text: null, after: null, before: null };
}

export function isFiltered({ kind, language, text }: SourceView): boolean {
  return Boolean(kind || language || text);
}

/** The bibliography's address for a view. */
export function addressOfSources({ refused: _, sort, ...rest }: SourceView): string {
  return addressOf('/sources', { ...rest, sort: sort === 'date' ? null : sort });
}
