import { setTimeout as sleep } from 'node:timers/promises';

/** One request, or a few that belong together; throws where an answer is not what it should be. */
export interface Visit {
  kind: string;
  make(turn: number): Promise<void>;
}

export interface Load {
  /** Milliseconds of each that went well, by kind, with when it ended. */
  times: { kind: string; at: number; milliseconds: number }[];
  failures: string[];
  stop(): Promise<void>;
}

/**
 * Makes visits one after the other in as many lanes as there are lists, each lane going round its list. `pause`: milliseconds
 * between two visits of a lane.
 */
export function startLoad(lanes: Visit[][], pause: (lane: number) => number = () => 0): Load {
  const load: Load = { times: [], failures: [], stop };
  let isStopping = false;
  const done = lanes.map(async (visits, lane) => {
    for (let turn = lane; !isStopping; turn++) {
      const visit = visits[turn % visits.length];
      if (!visit) return;
      const since = performance.now();
      try {
        await visit.make(turn);
        const at = performance.now();
        load.times.push({ kind: visit.kind, at, milliseconds: at - since });
      } catch (error) {
        load.failures.push(`${visit.kind}: ${describe(error)}`);
      }
      await sleep(pause(lane));
    }
  });
  async function stop() {
    isStopping = true;
    await Promise.all(done);
  }
  return load;
}

function describe(error: unknown): string {
  const { message, cause } = error as Error;
  const reason = (cause as NodeJS.ErrnoException | undefined)?.code;
  return reason ? `${message} (${reason})` : message;
}

/** The text of an answer with the expected status. */
export async function requireText(response: Response, status = 200): Promise<string> {
  const text = await response.text();
  if (response.status !== status) {
    const where = new URL(response.url).pathname;
    throw new Error(`${where} answered ${response.status}: ${text.replaceAll(/\s+/g, ' ').slice(0, 500)}`);
  }
  return text;
}

/** The data of a GraphQL answer. */
export async function requireData(response: Response): Promise<any> {
  const { data, errors } = JSON.parse(await requireText(response));
  if (errors) throw new Error(`errors: ${JSON.stringify(errors).slice(0, 300)}`);
  return data;
}

/** The value below which `share` of the sorted values lie; NaN where there are none. */
export function findQuantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
