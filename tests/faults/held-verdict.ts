import { type Between, compareThirds, cutThirds, findHighShare, type Thirds } from './held-comparison.ts';
import type { Outcome } from './scenario.ts';
import type { Load } from './several-load.ts';

/**
 * No worse than at the start: by no more than a quarter, and then by more than what a garbage collection or a neighbour on
 * the same two cores makes of it.
 */
const WORSE = 1.25;
const FLOOR_MS = 50;
/** The middle of many visits moves less than the slowest of them. */
const FLOOR_OF_MEDIAN_MS = 10;
const FLOOR_MB = 48;

export interface Sample {
  at: number;
  /** Megabytes of memory. */
  api: number;
  dashboard: number;
}

export interface Held {
  load: Pick<Load, 'times' | 'failures'>;
  samples: Sample[];
  /** Megabytes that the objects of each process may take. */
  heap: number;
  /** By `performance.now()`, without what came before to warm up. */
  from: number;
  until: number;
}

/** Errors; then the first third against the last, of the middle and the slowest of each kind of visit and of each process's memory. */
export function judgeHeld(held: Held): Outcome[] {
  return [judgeFailures(held), ...judgeTimes(held), ...judgeMemory(held)];
}

function judgeFailures({ load, from, until }: Held): Outcome {
  const [failure = ''] = load.failures;
  const minutes = ((until - from) / 60_000).toFixed(1);
  return {
    what: `visits of 10 readers, 3 analysts and an editor in ${minutes} minutes`,
    times: load.times.length + load.failures.length,
    result: `${load.failures.length} failed${failure && ` (${failure})`}`,
    isGood: load.failures.length === 0 && load.times.length > 0,
  };
}

/**
 * The slowest visits tell of what comes to a stop now and then, the median of what grows slowly: few visits with a long
 * tail can all take three times as long before their slowest differ by more than chance.
 */
function judgeTimes({ load, from, until }: Held): Outcome[] {
  return [...Map.groupBy(load.times, ({ kind }) => kind)].flatMap(([kind, times]) => {
    const thirds = cutThirds(times, from, until);
    const share = findHighShare(thirds);
    return [
      { what: `${kind}: median`, times: times.length, ...judgeShare(thirds, 0.5, FLOOR_OF_MEDIAN_MS) },
      {
        what: `${kind}: percentile ${Math.floor(share * 100)}`,
        times: times.length,
        ...judgeShare(thirds, share, FLOOR_MS),
      },
    ];
  });
}

/**
 * Worse is what is slower by more than the limits, and by more than the minutes of one third differ among themselves: a
 * percentile alone moves by half from run to run.
 */
function judgeShare(thirds: Thirds, share: number, floor: number): Pick<Outcome, 'result' | 'isGood'> {
  const { first, last, ratio } = compareThirds(thirds, share);
  const isSlower = last.middle > Math.max(first.middle * WORSE, first.middle + floor);
  return {
    result: [
      `${writeTime(first)} in the first third,`,
      `${writeTime(last)} in the last,`,
      `${ratio.middle.toFixed(2)} times (${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)})`,
    ].join(' '),
    // Where a third had no visit of the kind, there is nothing to compare.
    isGood: Number.isFinite(ratio.middle) && !(isSlower && ratio.low > 1),
  };
}

function writeTime({ low, middle, high }: Between): string {
  return `${Math.round(middle)} ms (${Math.round(low)} to ${Math.round(high)})`;
}

function judgeMemory({ samples, heap, from, until }: Held): Outcome[] {
  const third = (until - from) / 3;
  const firsts = samples.filter(({ at }) => at >= from && at < from + third);
  const lasts = samples.filter(({ at }) => at >= until - third);
  return (['api', 'dashboard'] as const).map((part) => {
    const most = (those: Sample[]) => Math.max(...those.map((sample) => sample[part]));
    const [first, last] = [most(firsts), most(lasts)];
    return {
      what: `memory of the ${part === 'api' ? 'API' : part}, with a heap of ${heap} MB`,
      times: samples.length,
      result: `${first} MB at most in the first third, ${last} MB in the last`,
      isGood: last <= Math.max(first * WORSE, first + FLOOR_MB),
    };
  });
}
