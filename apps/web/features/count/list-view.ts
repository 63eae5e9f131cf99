import type { Audience, CountFilter, CountOrder, Direction, Verdict, Voice } from '@/generated/contract.ts';
import {
  addressOf,
  audienceWords,
  readKnown,
  readParam,
  type SearchParams,
  verdictWords,
  voiceWords,
} from '@/text/index.ts';

/** Records per page of a list. */
const pageSize = 25;

const orders = { stated: 'STATED_ON', quantity: 'QUANTITY', end: 'WINDOW_END', title: 'TITLE' } as const;
type Sort = keyof typeof orders;

/** The direction that a first click on a column gives: newest and largest first, but the nearest end and A first. */
const firstDirection: { [sort in Sort]: Direction } = {
  stated: 'DESC',
  quantity: 'DESC',
  end: 'ASC',
  title: 'ASC',
};

/** What the address asks a list of counts to show. */
export interface ListView {
  path: string;
  known: string | null;
  refused: string | null;
  provider: string | null;
  program: string | null;
  audience: Audience | null;
  /** Whose number it is; `others`: anybody's but the provider's. */
  voice: Voice | 'others' | null;
  /** Of commitments only. */
  verdict: Verdict | null;
  text: string | null;
  sort: Sort;
  direction: Direction;
  after: string | null;
  before: string | null;
}

export function readListView(path: string, params: SearchParams, today: string): ListView {
  const sort = readSort(readParam(params, 'sort'));
  const direction = readParam(params, 'dir')?.toUpperCase();
  const audience = readParam(params, 'audience');
  const voice = readParam(params, 'voice');
  const verdict = readParam(params, 'verdict');
  return {
    path,
    ...readKnown(params, today),
    provider: readParam(params, 'provider'),
    program: readParam(params, 'program'),
    audience: audience && Object.hasOwn(audienceWords, audience) ? (audience as Audience) : null,
    voice: voice && (voice === 'others' || Object.hasOwn(voiceWords, voice)) ? (voice as Voice) : null,
    verdict: verdict && Object.hasOwn(verdictWords, verdict) ? (verdict as Verdict) : null,
    text: readParam(params, 'text'),
    sort,
    direction: direction === 'ASC' || direction === 'DESC' ? direction : firstDirection[sort],
    after: readParam(params, 'after'),
    before: readParam(params, 'before'),
  };
}

/** The list query's variables for a view. */
export function toVariables(view: ListView) {
  const { provider, program, audience, voice, text, known, after, before } = view;
  const filter: CountFilter = {
    provider: provider ? [provider] : null,
    program: program ? [program] : null,
    audience: audience ? [audience] : null,
    voice: voice === 'others' ? ['RECIPIENT', 'INDEPENDENT', 'MEDIA'] : voice ? [voice] : null,
    text,
  };
  const page = before ? { last: pageSize, before } : { first: pageSize, after };
  const orderBy: CountOrder = orders[view.sort];
  return { ...page, filter, orderBy, direction: view.direction, known };
}

export function withoutFilters(view: ListView): ListView {
  const nothing = { provider: null, program: null, audience: null, voice: null, verdict: null, text: null };
  return { ...view, ...nothing, after: null, before: null };
}

export function isFiltered({ provider, program, audience, voice, verdict, text }: ListView): boolean {
  return Boolean(provider || program || audience || voice || verdict || text);
}

/** The address that sorts by a column; a second click turns the order around. Starts at the first page. */
export function sortAddress(view: ListView, sort: Sort): string {
  const turned: Direction = view.direction === 'ASC' ? 'DESC' : 'ASC';
  const direction = view.sort === sort ? turned : firstDirection[sort];
  return addressOfView({ ...view, sort, direction, after: null, before: null });
}

export function sortedBy(view: ListView, sort: Sort): 'ascending' | 'descending' | undefined {
  if (view.sort !== sort) return undefined;
  return view.direction === 'ASC' ? 'ascending' : 'descending';
}

interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/** Addresses of the neighbouring pages; null where there is none. */
export function pageAddresses(
  view: ListView,
  info: PageInfo,
): { previous: string | null; next: string | null } {
  return {
    previous: info.hasPreviousPage ? addressOfView({ ...view, after: null, before: info.startCursor }) : null,
    next: info.hasNextPage ? addressOfView({ ...view, after: info.endCursor, before: null }) : null,
  };
}

/** The parameters of a view that differ from what the page shows by itself. */
export function paramsOfView(view: ListView): Record<string, string | null> {
  const { provider, program, audience, voice, verdict, text, sort, direction, after, before, known } = view;
  const isFirstDirection = direction === firstDirection[sort];
  return {
    provider,
    program,
    audience,
    voice,
    verdict,
    text,
    sort: sort === 'stated' ? null : sort,
    dir: isFirstDirection ? null : direction.toLowerCase(),
    after,
    before,
    known,
  };
}

function addressOfView(view: ListView): string {
  return addressOf(view.path, paramsOfView(view));
}

function readSort(value: string | null): Sort {
  return value !== null && Object.hasOwn(orders, value) ? (value as Sort) : 'stated';
}
