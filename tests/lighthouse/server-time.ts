import { addDays } from '../bench/calendar.ts';
import { medianOf } from '../bench/measure.ts';
import { type Call, type Recorder, replay } from './recorder.ts';

export interface ServerTime {
  path: string;
  kind: 'warm' | 'cold';
  calls: number;
  /** Median milliseconds from the request to the last byte. */
  page: number;
  api: number;
  /** The median of the rounds' own ratios. */
  ratio: number;
}

/** A day that nothing on record depends on being asked of. */
const MARK = '2026-01-01';
const WARM_UP = 3;

let asked = 0;

/**
 * The time of a page against that of its own questions to the API, in turn. `warm`: the same address over and over;
 * `cold`: each time another day on which the record is asked for, so that no answer is at hand.
 */
export async function compareServerTime(
  origin: string,
  recorder: Recorder,
  path: string,
  rounds: number,
): Promise<ServerTime[]> {
  const warm = await recorder.record(path);
  const cold = await recorder.record(putToDay(path, MARK));
  return [
    await compare('warm', path, warm, rounds, origin, () => [path, warm]),
    await compare('cold', path, cold, rounds, origin, () => [
      putToDay(path, nextDay()),
      moveCalls(cold, nextDay()),
    ]),
  ];
}

async function compare(
  kind: ServerTime['kind'],
  path: string,
  { length: calls }: Call[],
  rounds: number,
  origin: string,
  next: () => [string, Call[]],
): Promise<ServerTime> {
  const times: { page: number; api: number }[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const [address, questions] = next();
    const page = await takeTime(async () => {
      const response = await fetch(origin + address);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${address} answers ${response.status}`);
    });
    const api = await takeTime(() => replay(origin, questions));
    if (round >= 0) times.push({ page, api });
  }
  return {
    path,
    kind,
    calls,
    page: medianOf(times.map(({ page }) => page)),
    api: medianOf(times.map(({ api }) => api)),
    ratio: medianOf(times.map(({ page, api }) => page / api)),
  };
}

async function takeTime(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

function putToDay(path: string, day: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}known=${day}`;
}

function moveCalls(calls: Call[], day: string): Call[] {
  const move = (text: string) => text.replaceAll(MARK, day);
  return calls.map((call) => ({ ...call, path: move(call.path), body: move(call.body) }));
}

function nextDay(): string {
  return addDays('2025-12-31', -asked++);
}
