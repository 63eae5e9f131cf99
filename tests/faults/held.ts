import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase, startPostgres, type TestDatabase } from '../../prisma/src/testing.ts';
import { loadCounts, loadPlaces } from '../bench/load.ts';
import { loadSetting, type Setting } from '../bench/places.ts';
import { judgeHeld, type Sample } from './held-verdict.ts';
import { startHeldLoad } from './held-visits.ts';
import type { Outcome, Scenario } from './scenario.ts';
import { createAdministrator } from './several-people.ts';
import { type Pair, startPair } from './several-processes.ts';

const MINUTES = 15;
const COUNTS = 10_000;
/** Nothing is measured while caches fill and code is compiled. */
const WARM_UP_SHARE = 0.1;
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
      log(`loading ${COUNTS.toLocaleString('en-US')} counts`);
      database = await openTestDatabase('postgres', { url: cluster.url });
      const setting = await loadSetting();
      const slugs = await fill(database, setting);
      pair = await startPair(database.url ?? '');
      const administrator = await createAdministrator(pair.api, pair.api.origin);
      return await hold({ ...pair, slugs, setting, administrator, origin: pair.api.origin }, share, log);
    } finally {
      await pair?.api.end('SIGKILL');
      await pair?.web.end('SIGKILL');
      await database?.close().catch(() => {});
      await cluster.stop();
    }
  },
};

async function fill(database: TestDatabase, setting: Setting): Promise<string[]> {
  await database.transaction(async (connection) => {
    await loadPlaces(connection, setting);
    await connection.query('SET LOCAL session_replication_role = replica');
    await loadCounts(connection, setting, 0, COUNTS);
  });
  // Rows came with their numbers; what editors write takes the next ones.
  await database.query(`
    SELECT setval(pg_get_serial_sequence(format('%I', table_name), 'id'), 1000000)
    FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND column_default LIKE 'nextval%'`);
  await database.query('VACUUM ANALYZE');
  const rows = await database.query<{ slug: string }>(
    `SELECT slug FROM "count" WHERE kind = 'COMMITMENT' AND state = 'PUBLISHED' ORDER BY id LIMIT 500`,
  );
  return rows.map(({ slug }) => slug);
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
  return judgeHeld({ load, samples, from: began + milliseconds * WARM_UP_SHARE, until: ends });
}
