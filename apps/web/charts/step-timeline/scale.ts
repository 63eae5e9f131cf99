import { placeDay, spanWindows, type TrackDomain, type TrackWindow } from '../window-track/index.ts';

/** A promise stands from the day it is stated; a report covers its window; an event happens. */
export interface Lane {
  id: string;
  kind: 'commitment' | 'report' | 'event';
  /** The figure, or what kind of event it is. */
  figure: string;
  words: string;
  href: string;
  window: TrackWindow;
  /** The window in words; null where it has none. */
  when: string | null;
  /** Most people; zero where it has no number. */
  size: number;
  /** The day it was stated; null where undated. */
  statedOn: string | null;
}

export interface YearTick {
  year: number;
  /** Share (0…1) of the domain. */
  place: number;
}

/** Lanes by the first day that anything is known of them; undated last. */
export function sortLanes(lanes: readonly Lane[]): Lane[] {
  return [...lanes].sort((a, b) => firstDay(a).localeCompare(firstDay(b)) || a.id.localeCompare(b.id));
}

/** Lanes for a picture: the largest where there are more than fit, in order of time. */
export function pickLanes(lanes: readonly Lane[], most: number): Lane[] {
  const largest = [...lanes].sort((a, b) => b.size - a.size || a.id.localeCompare(b.id));
  return sortLanes(largest.slice(0, most));
}

/** The years that hold all lanes and the day `at`. */
export function spanLanes(lanes: readonly Lane[], at: string): TrackDomain {
  const stated = lanes.flatMap(({ statedOn }) => (statedOn ? [asMoment(statedOn)] : []));
  return spanWindows([...lanes.map(({ window }) => window), ...stated], at);
}

/** About `most` years at even steps; the last step never crowds the end. */
export function tickYears(domain: TrackDomain, most: number): YearTick[] {
  const first = Number(domain.start.slice(0, 4));
  const last = Number(domain.end.slice(0, 4)) - 1;
  const step = [1, 2, 5, 10, 20, 50].find((size) => (last - first + 1) / size <= most) ?? 100;
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years
    .filter((year) => year % step === 0)
    .map((year) => ({ year, place: placeDay(`${year}-01-01`, domain) }));
}

function firstDay({ statedOn, window }: Lane): string {
  return [window.start?.date, statedOn, window.end?.date].filter((day) => day != null).sort()[0] ?? '9999';
}

function asMoment(day: string): TrackWindow {
  const side = { date: day, precision: 'DAY' as const };
  return { start: side, end: side };
}
