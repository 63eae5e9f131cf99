import { createChance } from '../bench/random.ts';
import { findQuantile } from './several-load.ts';

/** Visits that must lie above a percentile: where it rested on three, it moved by half from one run to the next. */
const SLOWER = 10;
/** What happens at once slows many visits at once: what is drawn is whole stretches of time, not single visits. */
const STRETCHES = 10;
const DRAWS = 400;
/** Of the draws, 95 in 100 lie between low and high. */
const OUTSIDE = 0.025;

interface Time {
  at: number;
  milliseconds: number;
}

/** A value, and within what it lies 95 times in 100. */
export interface Between {
  low: number;
  middle: number;
  high: number;
}

interface Comparison {
  /** Which part of the visits is faster than the values compared. */
  share: number;
  first: Between;
  last: Between;
  /** Last by first. */
  ratio: Between;
}

/**
 * A high percentile in the first and the last third of the time, with how far it differs by chance: bootstrapped over ten
 * stretches of each third.
 */
export function compareThirds(times: readonly Time[], from: number, until: number): Comparison {
  const third = (until - from) / 3;
  const firsts = cutStretches(times, from, from + third);
  const lasts = cutStretches(times, until - third, until);
  const share = findShare(Math.min(firsts.flat().length, lasts.flat().length));
  const chance = createChance(1, times.length);
  const draw = (stretches: number[][]) =>
    findQuantile(
      stretches.flatMap(() => chance.pick(stretches)),
      share,
    );
  const draws = Array.from({ length: DRAWS }, () => [draw(firsts), draw(lasts)] as const);
  const [first, last] = [findQuantile(firsts.flat(), share), findQuantile(lasts.flat(), share)];
  const surround = (middle: number, drawn: number[]): Between => {
    // Of very few visits a draw may have none.
    const had = drawn.filter(Number.isFinite);
    return { low: findQuantile(had, OUTSIDE), middle, high: findQuantile(had, 1 - OUTSIDE) };
  };
  return {
    share,
    first: surround(
      first,
      draws.map(([one]) => one),
    ),
    last: surround(
      last,
      draws.map(([, other]) => other),
    ),
    ratio: surround(
      last / first,
      draws.map(([one, other]) => other / one),
    ),
  };
}

function cutStretches(times: readonly Time[], from: number, until: number): number[][] {
  const length = (until - from) / STRETCHES;
  const stretches = Array.from({ length: STRETCHES }, (): number[] => []);
  for (const { at, milliseconds } of times) {
    if (at >= from && at < until)
      stretches[Math.min(STRETCHES - 1, Math.floor((at - from) / length))]?.push(milliseconds);
  }
  return stretches;
}

/** The 99th percentile; of few visits a lower one, so that it never rests on the slowest alone. */
function findShare(visits: number): number {
  return Math.min(0.99, Math.max(0.5, 1 - SLOWER / visits));
}
