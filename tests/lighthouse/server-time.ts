import { addDays } from '../bench/calendar.ts';
import { medianOf } from '../bench/measure.ts';
import { type Call, type Recorder, replay } from './recorder.ts';

export interface ServerTime {
  path: string;
  calls: number;
  /** Median milliseconds of the page, from the request to the last byte, where all it asks was asked before. */
  warm: number;
  /** The same of pages that nobody has asked for, and of their questions alone. */
  page: number;
  api: number;
  /** The median of the rounds' own ratios of page and questions. */
  ratio: number;
}

/** A day that nothing on record depends on being asked of. */
const MARK = '2026-01-01';
/** Rounds that are not counted: a server that has answered before runs compiled code. */
const WARM_UP = 40;

let asked = 0;

/**
 * The time of a page against that of its own questions to the API, in turn, each time of another day on which the record is
 * asked for, so that no answer is at hand; and the time of the same page over and over.
 */
export async function compareServerTime(
  origin: string,
  recorder: Recorder,
  path: string,
  rounds: number,
): Promise<ServerTime> {
  const calls = await recorder.record(putToDay(path, MARK));
  const load = async (address: string) => {
    const response = await fetch(origin + address);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  };
  const times: Record<'warm' | 'page' | 'api', number>[] = [];
  for (let round = -WARM_UP; round < rounds; round++) {
    const taken = {
      warm: await takeTime(() => load(path)),
      page: await takeTime(() => load(putToDay(path, nextDay()))),
      api: await takeTime(() => replay(origin, moveCalls(calls, nextDay()))),
    };
    if (round >= 0) times.push(taken);
  }
  return {
    path,
    calls: calls.length,
    warm: medianOf(times.map(({ warm }) => warm)),
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
