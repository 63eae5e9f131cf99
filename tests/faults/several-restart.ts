import type { Outcome } from './scenario.ts';
import type { Node } from './several-processes.ts';
import { type Stage, waitForUpstreams } from './several-stage.ts';
import { startReadersAndEditors } from './several-visits.ts';

type Restarted = Pick<Stage, 'origin' | 'administrator' | 'apis' | 'webs' | 'balancers'>;

/** Ends and starts every process in turn while readers and editors come, none of whom may notice. */
export async function restartAll(stage: Restarted, rounds: number): Promise<Outcome> {
  const { apis, webs, balancers } = stage;
  const before = balancers.map((it) => it.passedOn());
  const load = startReadersAndEditors(stage);
  const codes: (number | string | null)[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const node of [...apis, ...webs]) codes.push(await restart(node, stage));
  }
  await load.stop();
  const passedOn = balancers.reduce((sum, it, index) => sum + it.passedOn() - (before[index] ?? 0), 0);
  const requests = load.times.length + load.failures.length;
  const [first = ''] = load.failures;
  return {
    what: `requests while each of the ${codes.length / rounds} processes was told to end and started anew, ${rounds} times`,
    times: requests,
    result:
      `${load.failures.length} failed${first && ` (${first})`}; ${passedOn} given to the next process by the balancer; ` +
      `exit codes ${[...new Set(codes)].join(', ')}`,
    // 143 is how Next.js says that SIGTERM ended it.
    isGood: load.failures.length === 0 && requests > 0 && codes.every((code) => code === 0 || code === 143),
  };
}

/** As an operator would: tell it to end, wait until it has, start it, and go on once the balancer uses it. */
async function restart(node: Node, { balancers }: Pick<Stage, 'balancers'>): Promise<number | string | null> {
  const code = await node.end();
  await node.start();
  await waitForUpstreams(balancers, 2);
  return code;
}
