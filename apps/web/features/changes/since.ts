import type { NewCountFragment, NewEventFragment } from '@/generated/graphql.ts';
import {
  countPath,
  eventKindWords,
  formatCount,
  readParam,
  readPastDay,
  type SearchParams,
} from '@/text/index.ts';

/** A record that became known, in one line. */
export interface News {
  path: string;
  title: string;
  /** "Commitment", "Reported total", "Forum". */
  kind: string;
  /** "3,000 people"; null for an event, which has none. */
  number: string | null;
  /** ISO day. */
  knownOn: string;
  statedOn: NewCountFragment['statedOn'];
}

/** The day of `?since=`; `refused` holds what is not a day before today. */
export function readSince(
  params: SearchParams,
  today: string,
): { since: string | null; refused: string | null } {
  const value = readParam(params, 'since');
  if (value === null) return { since: null, refused: null };
  const since = readPastDay(value, today);
  return { since, refused: since ? null : value.slice(0, 60) };
}

export function toNewsOfCount(count: NewCountFragment): News {
  const { title, knownOn, statedOn } = count;
  const kind = count.__typename === 'Commitment' ? 'Commitment' : 'Reported total';
  const number = count.quantity ? formatCount(count) : 'no number stated';
  return { path: countPath(count), title, kind, number, knownOn, statedOn };
}

export function toNewsOfEvent({ slug, title, kind, knownOn, statedOn }: NewEventFragment): News {
  return { path: `/events/${slug}`, title, kind: eventKindWords[kind], number: null, knownOn, statedOn };
}

/** Records by the year in which they became known, in the order given. */
export function groupByYear(news: readonly News[]): { year: string; news: News[] }[] {
  const years = Map.groupBy(news, ({ knownOn }) => knownOn.slice(0, 4));
  return [...years].map(([year, members]) => ({ year, news: members }));
}
