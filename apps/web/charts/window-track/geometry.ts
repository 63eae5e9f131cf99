/** A side of a window: the day as computed, and how much of it the source gives. */
export interface TrackDay {
  date: string;
  precision: 'DAY' | 'MONTH' | 'YEAR';
}

/** The days a count covers, `[start, end)`; `endLatest` where the end is itself a range. */
export interface TrackWindow {
  start: TrackDay | null;
  end: TrackDay | null;
  endLatest?: string | null;
}

/** The days that a track spans, shared by all tracks that are read together. */
export interface TrackDomain {
  start: string;
  end: string;
}

/** `closed`: a known day or month. `vague`: only the year is known. `open`: the record gives no such side. */
export type Edge = 'closed' | 'vague' | 'open';

/** Where the bar lies, as shares (0…1) of the domain. */
export interface TrackPlace {
  from: number;
  to: number;
  startEdge: Edge;
  endEdge: Edge;
  /** The latest reading of the end, where it is a range. */
  latest: number | null;
}

const MS_PER_DAY = 86_400_000;

/** Share of the domain that has passed on a day, clamped to 0…1. */
export function placeDay(day: string, domain: TrackDomain): number {
  const span = toDayNumber(domain.end) - toDayNumber(domain.start);
  if (span <= 0) throw new Error(`empty domain: ${domain.start} to ${domain.end}`);
  return clamp((toDayNumber(day) - toDayNumber(domain.start)) / span);
}

/** How far an untold side is drawn: far enough to be seen as open, too short to be read as a length. */
const stub = 0.06;

/**
 * Places a window on its domain; null where the record gives neither side. An untold end of a promise (`stands`) reaches to
 * the border, as the promise still stands; any other untold side is a stub.
 */
export function placeWindow(window: TrackWindow, domain: TrackDomain, stands = true): TrackPlace | null {
  const { start, end } = window;
  if (!start && !end) return null;
  const from = start ? placeDay(start.date, domain) : null;
  const to = end ? placeDay(end.date, domain) : null;
  return {
    from: from ?? Math.max(0, (to ?? 0) - stub),
    to: to ?? (stands ? 1 : Math.min(1, (from ?? 0) + stub)),
    startEdge: findEdge(start),
    endEdge: findEdge(end),
    latest: window.endLatest && end ? placeDay(window.endLatest, domain) : null,
  };
}

/** The whole years that hold every window and the day `at`; open windows reach at least a year past `at`. */
export function spanWindows(windows: readonly TrackWindow[], at: string): TrackDomain {
  const days = windows.flatMap(({ start, end, endLatest }) => [start?.date, end?.date, endLatest]);
  const known = [at, ...days.filter((day) => day != null)].sort();
  const first = Number(known[0]?.slice(0, 4));
  const last = Number(known.at(-1)?.slice(0, 4));
  return { start: `${first}-01-01`, end: `${last + 1}-01-01` };
}

function findEdge(side: TrackDay | null): Edge {
  if (!side) return 'open';
  return side.precision === 'YEAR' ? 'vague' : 'closed';
}

function toDayNumber(day: string): number {
  return Date.parse(day) / MS_PER_DAY;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
