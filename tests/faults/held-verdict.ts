import type { Outcome } from './scenario.ts';
import { findQuantile, type Load } from './several-load.ts';

/**
 * No worse than at the start: by no more than a quarter, and then by more than what a garbage collection or a neighbour on
 * the same two cores makes of it.
 */
const WORSE = 1.25;
const FLOOR_MS = 50;
const FLOOR_MB = 48;
/** Visits that must lie above a percentile: where it rested on three, it moved by half from one run to the next. */
const SLOWER = 10;

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

/** Errors; then the first third against the last, of the 99th percentile of each kind of visit and of each process's memory. */
export function judgeHeld({ load, samples, heap, from, until }: Held): Outcome[] {
  const third = (until - from) / 3;
  const isFirst = ({ at }: { at: number }) => at >= from && at < from + third;
  const isLast = ({ at }: { at: number }) => at >= until - third;
  const [failure = ''] = load.failures;
  const minutes = ((until - from) / 60_000).toFixed(1);
  const outcomes: Outcome[] = [
    {
      what: `visits of 10 readers, 3 analysts and an editor in ${minutes} minutes`,
      times: load.times.length + load.failures.length,
      result: `${load.failures.length} failed${failure && ` (${failure})`}`,
      isGood: load.failures.length === 0 && load.times.length > 0,
    },
  ];
  for (const [kind, times] of Map.groupBy(load.times, (it) => it.kind)) {
    const thirds = [times.filter(isFirst), times.filter(isLast)];
    const share = findShare(Math.min(...thirds.map(({ length }) => length)));
    const [first = Number.NaN, last = Number.NaN] = thirds.map((those) =>
      findQuantile(
        those.map(({ milliseconds }) => milliseconds),
        share,
      ),
    );
    outcomes.push({
      what: `${kind}: percentile ${Math.floor(share * 100)}`,
      times: times.length,
      result: `${Math.round(first)} ms in the first third, ${Math.round(last)} ms in the last`,
      isGood: last <= Math.max(first * WORSE, first + FLOOR_MS),
    });
  }
  for (const [what, read] of [
    ['API', ({ api }: Sample) => api],
    ['dashboard', ({ dashboard }: Sample) => dashboard],
  ] as const) {
    const most = (those: Sample[]) => Math.max(...those.map(read));
    const [first, last] = [most(samples.filter(isFirst)), most(samples.filter(isLast))];
    outcomes.push({
      what: `memory of the ${what}, with a heap of ${heap} MB`,
      times: samples.length,
      result: `${first} MB at most in the first third, ${last} MB in the last`,
      isGood: last <= Math.max(first * WORSE, first + FLOOR_MB),
    });
  }
  return outcomes;
}

/** The 99th percentile; of few visits a lower one, so that it never rests on the slowest alone. */
function findShare(visits: number): number {
  return Math.min(0.99, Math.max(0.5, 1 - SLOWER / visits));
}
