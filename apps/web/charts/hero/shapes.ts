import type { Frame } from './frame.ts';
import type { HeroData, HeroPoint } from './props.ts';

export type Dot = [x: number, y: number];
type Side = 'low' | 'high';
type Quantity = 'due' | 'pledged' | 'reported';

/** Points of one side of a range, left to right. */
export function trace(points: HeroPoint[], quantity: Quantity, side: Side, frame: Frame): Dot[] {
  return points.map((point) => [frame.x(point.on), frame.y(point[quantity][side])]);
}

/** The same with steps: a promise counts in full from the day it is made. */
export function traceSteps(points: HeroPoint[], side: Side, frame: Frame): Dot[] {
  return points.flatMap((point, index): Dot[] => {
    const before = points[index - 1];
    const y = frame.y(point.pledged[side]);
    if (!before) return [[frame.x(point.on), y]];
    const step = frame.x(point.pledgedOn && point.pledgedOn > before.on ? point.pledgedOn : before.on);
    return [
      [step, frame.y(before.pledged[side])],
      [step, y],
      [frame.x(point.on), y],
    ];
  });
}

/** The dots without those on a straight line between their neighbours: the same picture in fewer bytes. */
export function simplify(dots: Dot[]): Dot[] {
  const kept: Dot[] = [];
  for (const [index, dot] of dots.entries()) {
    const last = kept.at(-1);
    const next = dots[index + 1];
    if (last && next && isBetween(last, dot, next)) continue;
    kept.push(dot);
  }
  return kept;
}

function isBetween(a: Dot, b: Dot, c: Dot): boolean {
  if (c[0] === a[0]) return b[0] === a[0];
  const y = a[1] + ((c[1] - a[1]) * (b[0] - a[0])) / (c[0] - a[0]);
  return Math.abs(y - b[1]) <= 0.15;
}

/** The middle of the longest level piece of a line, above the axis; null where none is `width` long. */
export function findLevel(dots: Dot[], width: number, frame: Frame): Dot | null {
  let best: { length: number; middle: Dot } | null = null;
  for (const [index, [x, y]] of dots.entries()) {
    const before = dots[index - 1];
    if (!before || before[1] !== y || y >= frame.plot.bottom) continue;
    const length = x - before[0];
    if (length >= width && length > (best?.length ?? 0)) best = { length, middle: [(x + before[0]) / 2, y] };
  }
  return best?.middle ?? null;
}

export function toPath(dots: Dot[]): string {
  return dots.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** A closed area between the low and the high side. */
export function toArea(low: Dot[], high: Dot[]): string {
  return `${toPath(high)}${toPath(low.toReversed()).replace('M', 'L')}Z`;
}

/** The points up to a day and those from it on; the day itself ends the one and begins the other. */
export function splitAt(points: HeroPoint[], day: string): [past: HeroPoint[], future: HeroPoint[]] {
  return [points.filter(({ on }) => on <= day), points.filter(({ on }) => on >= day)];
}

/** Points of the reported line: from where it leaves zero to the last report; empty when nothing is reported. */
export function findReported({ points, reports, asOf }: HeroData): HeroPoint[] {
  const last = findLastReport(reports, asOf);
  if (!last) return [];
  const first = points.findIndex(({ reported }) => reported.high > 0);
  const known = points.slice(Math.max(0, first - 1)).filter(({ on }) => on < last.on && on <= asOf);
  return [...known, { ...last, on: last.on, pledged: last.reported, due: last.reported }];
}

/** The last report whose window ended by the day. */
export function findLastReport<Report extends { on: string }>(
  reports: Report[],
  asOf: string,
): Report | null {
  return (
    reports
      .filter(({ on }) => on <= asOf)
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .at(-1) ?? null
  );
}
