import lighthouse from 'lighthouse';
import { medianOf } from '../bench/measure.ts';

/** The categories that have a mark, and the least of each. */
export const SCORES = {
  performance: 0.98,
  accessibility: 1,
  'best-practices': 1,
  seo: 0.95,
} as const;

export type Score = keyof typeof SCORES;

/** What the score of performance is made of: milliseconds, and of `cumulative-layout-shift` a share. */
export const METRICS = {
  'first-contentful-paint': 'first paint',
  'largest-contentful-paint': 'largest paint',
  'total-blocking-time': 'blocked',
  'cumulative-layout-shift': 'moved',
  'speed-index': 'speed index',
} as const;

export type Metric = keyof typeof METRICS;

export interface Audit {
  path: string;
  scores: Record<Score, number>;
  metrics: Record<Metric, number>;
  /** Lighthouse's measure of the machine's speed, from which it slows down four times for a phone. */
  benchmarkIndex: number;
  /** What a category with a mark of 1 finds fault with, in any run. */
  faults: string[];
}

type Run = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

/**
 * Lighthouse's mobile profile (a slow phone on slow 4G, simulated) `runs` times over a page, in the browser that is
 * debugged at `port`; the median of each number.
 */
export async function auditPage(origin: string, path: string, port: number, runs: number): Promise<Audit> {
  const results: Run[] = [];
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(origin + path, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: Object.keys(SCORES),
    });
    if (!result || result.lhr.runtimeError) throw new Error(`${path}: ${result?.lhr.runtimeError?.message}`);
    results.push(result.lhr);
  }
  const takeMedians = <Name extends string>(names: readonly Name[], read: (run: Run, name: Name) => number) =>
    Object.fromEntries(names.map((name) => [name, medianOf(results.map((run) => read(run, name)))]));
  const faults = results.flatMap((run) =>
    (['accessibility', 'best-practices', 'seo'] as const).flatMap((name) =>
      (run.categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (run.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${name}: ${id}`),
    ),
  );
  return {
    path,
    scores: takeMedians(
      Object.keys(SCORES) as Score[],
      (run, name) => run.categories[name]?.score ?? 0,
    ) as Audit['scores'],
    metrics: takeMedians(
      Object.keys(METRICS) as Metric[],
      (run, name) => run.audits[name]?.numericValue ?? 0,
    ) as Audit['metrics'],
    benchmarkIndex: medianOf(results.map(({ environment }) => environment.benchmarkIndex)),
    faults: [...new Set(faults)],
  };
}
