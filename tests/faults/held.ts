import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase, startPostgres, type TestDatabase } from '../../prisma/src/testing.ts';
import { createAdministrator } from '../support/administrator.ts';
import { judgeHeld, type Sample } from './held-verdict.ts';
import { type Names, startHeldLoad } from './held-visits.ts';
import type { Outcome, Scenario } from './scenario.ts';
import { requireData } from './several-load.ts';
import { type Node, type Pair, startPair } from './several-processes.ts';

const MINUTES = 15;
/** Nothing is measured while caches fill and code is compiled. */
const WARM_UP_SHARE = 0.1;
/** As an operator would limit it: where memory abounds, Node.js puts off collecting what is no longer used. */
const HEAP_MB = 384;
const SAMPLE_EVERY_MS = 1_000;

/** Fifteen minutes of readers, analysts and editors, 10:3:1, on the product as it is started, with its limits. */
export const held: Scenario = {
  name: 'held',
  title: 'Load held',
  async run({ log, share }) {
    const cluster = await startPostgres();
    if (!cluster) return [{ what: 'PostgreSQL', times: 0, result: 'not installed', isGood: false }];
    let database: TestDatabase | undefined;
    let pair: Pair | undefined;
    try {
      database = await openTestDatabase('postgres', { url: cluster.url });
      pair = await startPair(database.url ?? '', {}, HEAP_MB);
      const administrator = await createAdministrator({ origin: pair.api.origin, output: pair.api.said });
      const names = await findNames(pair.api);
      return await hold({ ...pair, names, administrator, origin: pair.api.origin }, share, log);
    } finally {
      await pair?.api.end('SIGKILL');
      await pair?.web.end('SIGKILL');
      await database?.close().catch(() => {});
      await cluster.stop();
    }
  },
};

async function findNames({ origin }: Node): Promise<Names> {
  const query =
    '{ commitments(first: 200) { nodes { slug } } programs(first: 50) { nodes { slug } } countries(first: 100) { nodes { iso3 } } }';
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { commitments, programs, countries } = await requireData(response);
  const list = ({ nodes }: { nodes: object[] }) => nodes.map((node) => String(Object.values(node)[0]));
  return { commitments: list(commitments), programs: list(programs), countries: list(countries) };
}

async function hold(
  parts: Parameters<typeof startHeldLoad>[0] & Pair,
  share: number,
  log: (line: string) => void,
): Promise<Outcome[]> {
  const milliseconds = MINUTES * 60_000 * share;
  const load = startHeldLoad(parts);
  const samples: Sample[] = [];
  const began = performance.now();
  const ends = began + milliseconds * (1 + WARM_UP_SHARE);
  for (let minute = 1; performance.now() < ends; ) {
    samples.push({ at: performance.now(), api: parts.api.memory(), dashboard: parts.web.memory() });
    await sleep(Math.min(SAMPLE_EVERY_MS, Math.max(0, ends - performance.now())));
    if (performance.now() - began > minute * 60_000) {
      const { api, dashboard } = samples.at(-1) ?? { api: 0, dashboard: 0 };
      log(
        `minute ${minute++}: ${load.times.length} visits, ${load.failures.length} failed, ${api} and ${dashboard} MB`,
      );
    }
  }
  await load.stop();
  return judgeHeld({ load, heap: HEAP_MB, samples, from: began + milliseconds * WARM_UP_SHARE, until: ends });
}
