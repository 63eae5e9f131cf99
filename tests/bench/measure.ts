import autocannon from 'autocannon';

/** Why a question has no figures, in words for the table. */
export class NoAnswer extends Error {}

/** What a server is asked, over and over. */
export interface Load {
  origin: string;
  headers: Record<string, string>;
  /** Address of the request of that number. */
  path: (request: number) => string;
  /** Sent by POST; left out: GET. */
  body?: string;
  /** Milliseconds of processor time that the server's process has taken so far; null where nobody tells. */
  readProcessorTime: () => number | null;
}

export interface Speed {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Milliseconds of the server's processor time for a request, without the database's; null where nobody tells. */
  processor: number | null;
}

export interface Comparison {
  product: Speed;
  floor: Speed;
  connections: number;
}

export interface Pace {
  rounds: number;
  /** Seconds of a round. */
  seconds: number;
  /** Seconds that one answer may take. */
  limit: number;
}

const CONNECTIONS = 10;
/** Above so many seconds an answer is asked for by one connection alone, a few times a round. */
const SLOW = 0.2;
const SLOW_ROUND = 2;
/** Above so many seconds, once a round. */
const VERY_SLOW = 1;
/** Seconds until a server's code is compiled for what it is asked; before, one request costs it twice the time. */
const WARM_UP = 4;

/** Product and floor in turn, a round each, after both have warmed up; the medians of the rounds. */
export async function compareSpeed(
  product: Load,
  floor: Load,
  slowest: number,
  { rounds, seconds, limit }: Pace,
): Promise<Comparison> {
  const isSlow = slowest > SLOW;
  const connections = isSlow ? 1 : CONNECTIONS;
  const length = isSlow
    ? { amount: slowest > VERY_SLOW ? 1 : SLOW_ROUND }
    : { duration: Math.max(seconds, Math.ceil(slowest * CONNECTIONS)) };
  const speeds: { product: Speed[]; floor: Speed[] } = { product: [], floor: [] };
  const counter = { product: 0, floor: 0 };
  const run = (name: 'product' | 'floor', load: Load, more: { duration?: number } = {}) =>
    runRound(load, { connections, timeout: limit, ...length, ...more }, () => counter[name]++);
  if (!isSlow) {
    await run('product', product, { duration: WARM_UP });
    await run('floor', floor, { duration: WARM_UP });
  }
  for (let round = 0; round < rounds; round++) {
    speeds.product.push(await run('product', product));
    speeds.floor.push(await run('floor', floor));
  }
  return { product: takeMedians(speeds.product), floor: takeMedians(speeds.floor), connections };
}

async function runRound(
  { origin, headers, path, body, readProcessorTime }: Load,
  options: { connections: number; timeout: number; amount?: number; duration?: number },
  next: () => number,
): Promise<Speed> {
  const before = readProcessorTime();
  const result = await autocannon({
    url: origin,
    headers,
    ...options,
    requests: [
      {
        method: body === undefined ? 'GET' : 'POST',
        ...(body !== undefined && { body }),
        setupRequest: (request) => ({ ...request, path: path(next()) }),
      },
    ],
  });
  const after = readProcessorTime();
  const failed = result.errors + result.timeouts + result.non2xx - result['3xx'];
  const { total } = result.requests;
  if (total === 0) throw new NoAnswer('no answer within a round');
  if (failed > 0) throw new NoAnswer(`${failed} of ${total} requests failed`);
  const { p50, p99 } = result.latency;
  const processor = before === null || after === null ? null : (after - before) / total;
  return { perSecond: total / result.duration, p50, p99, processor };
}

function takeMedians(speeds: Speed[]): Speed {
  const processor = speeds.flatMap((speed) => speed.processor ?? []);
  return {
    perSecond: medianOf(speeds.map(({ perSecond }) => perSecond)),
    p50: medianOf(speeds.map(({ p50 }) => p50)),
    p99: medianOf(speeds.map(({ p99 }) => p99)),
    processor: processor.length > 0 ? medianOf(processor) : null,
  };
}

export function medianOf(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
