import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/processes.ts';
import { HEADERS, writeApiPath } from './addresses.ts';
import type { Pace } from './measure.ts';
import type { Question } from './questions.ts';
import { startApi } from './servers.ts';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Where a process spent its own time. */
export interface SelfTime {
  /** Function and file, or what V8 calls it, such as `(garbage collector)`. */
  place: string;
  /** Of all time that was not idle, 0 to 1. */
  share: number;
}

const AT_ONCE = 4;

export interface ProfileOptions extends Pick<Pace, 'seconds' | 'limit'> {
  /** The same question each time, which is answered from memory. */
  isWarm: boolean;
  /** How many places to tell. */
  most: number;
}

/** Where an API's process spends its time while it is asked one question; null where it does not answer in time. */
export async function profileApi(
  databaseUrl: string,
  question: Question,
  { seconds, limit, isWarm, most }: ProfileOptions,
): Promise<SelfTime[] | null> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-profile-'));
  const api = await startApi(databaseUrl, folder);
  const fetchPath = async (path: string) => {
    const signal = AbortSignal.timeout(limit * 1_000);
    await (await fetch(`${api.origin}${path}`, { headers: HEADERS, signal })).text();
  };
  let asked = 0;
  const askFor = async (milliseconds: number) => {
    const end = performance.now() + milliseconds;
    do {
      const request = asked++;
      await fetchPath(isWarm ? writeApiPath(question, 0) : writeApiPath(question, request, request));
    } while (performance.now() < end);
  };
  const askAtOnce = (duration: number) =>
    Promise.all(Array.from({ length: AT_ONCE }, () => askFor(duration * 1_000)));
  try {
    await fetchPath(`${writeApiPath(question, 0)}&query=${encodeURIComponent(question.query)}`);
    await askAtOnce(seconds);
    const start = performance.now();
    await askAtOnce(4 * seconds);
    await api.stop();
    return readProfile(folder, most, performance.now() - start);
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return null;
    throw error;
  } finally {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The functions with the most time of their own, first, from the profile that V8 left in a folder: of the last so many
 * milliseconds alone, since a start is mostly reading of modules.
 */
function readProfile(folder: string, most: number, last: number): SelfTime[] {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'));
  if (!file) throw new Error('the process left no profile');
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
  const places = new Map(nodes.map(({ id, callFrame }) => [id, describePlace(callFrame)]));
  const times = new Map<string, number>();
  let left = timeDeltas.reduce((sum, delta) => sum + delta, 0) / 1_000;
  for (const [index, id] of samples.entries()) {
    left -= (timeDeltas[index] ?? 0) / 1_000;
    if (left > last) continue;
    const place = places.get(id) ?? '';
    if (place === '(idle)' || place === '(program)') continue;
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .map(([place, time]) => ({ place, share: time / all }))
    .sort((one, other) => other.share - one.share)
    .slice(0, most);
}

function describePlace({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName;
  const file = url.replace('file://', '').replace(`${root}/`, '');
  const short =
    file
      .split('/node_modules/')
      .at(-1)
      ?.replace(/^node_modules\//, '') ?? file;
  return `${functionName || '(anonymous)'} ${short}:${lineNumber + 1}`;
}
