import { createChance } from '../bench/random.ts';
import { findQuantile } from './several-load.ts';

/** Visits that must lie above a percentile: where it rested on three, it moved by half from one run to the next. */
const SLOWER = 10;
/** What happens at once slows many visits at once: what is drawn is whole stretches of time, not single visits. */
const STRETCHES = 10;
const DRAWS = 400;
/** Of the draws, 99 in 100 lie between low and high: some twenty rows are judged at once, and chance has its turn in each. */
const OUTSIDE = 0.005;

interface Time {
  at: number;
  milliseconds: number;
}

/** A value, and within what it lies 99 times in 100. */
export interface Between {
  low: number;
  middle: number;
  high: number;
}

interface Comparison {
  first: Between;
  last: Between;
  /** Last by first. */
  ratio: Between;
}

/** The first and the last third of the time, each as the times of ten stretches of it. */
export interface Thirds {
  firsts: number[][];
  lasts: number[][];
}

export function cutThirds(times: readonly Time[], from: number, until: number): Thirds {
  const third = (until - from) / 3;
  return {
    firsts: cutStretches(times, from, from + third),
    lasts: cutStretches(times, until - third, until),
  };
}

/**
 * What `share` of the visits were faster than, in the first and the last third, with how far it differs by chance:
 * bootstrapped over the stretches of each third.
 */
export function compareThirds({ firsts, lasts }: Thirds, share: number): Comparison {
  const chance = createChance(1, firsts.flat().length + lasts.flat().length);
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
export function findHighShare({ firsts, lasts }: Thirds): number {
  const visits = Math.min(firsts.flat().length, lasts.flat().length);
  return Math.min(0.99, Math.max(0.5, 1 - SLOWER / visits));
}
