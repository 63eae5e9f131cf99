import { createAdministrator } from '../support/administrator.ts';
import type { Outcome, Scenario } from './scenario.ts';
import { type Pair, startPair } from './several-processes.ts';
import { exportInLittleMemory, readSlowly, sendForever } from './starved-callers.ts';
import {
  freezeDatabase,
  lockTable,
  loseDashboard,
  loseDatabase,
  type Setting,
  starveConnections,
} from './starved-database.ts';
import { fillPglite, fillPostgres } from './starved-disk.ts';
import { askServer, startServer } from './starved-postgres.ts';

const PARTS: ((setting: Setting) => Promise<Outcome | Outcome[]>)[] = [
  loseDatabase,
  loseDashboard,
  freezeDatabase,
  lockTable,
  sendForever,
  readSlowly,
  exportInLittleMemory,
  fillPostgres,
  starveConnections,
  fillPglite,
];

/** Something is missing: the database, its answers, connections, room, memory, or an end to what a caller sends. */
export const starved: Scenario = {
  name: 'starved',
  title: 'Starved',
  async run({ log, share }) {
    const server = await startServer();
    if (!server) return [{ what: 'PostgreSQL', times: 0, result: 'not installed', isGood: false }];
    let pair: Pair | undefined;
    try {
      await askServer(server.url, 'CREATE DATABASE starved');
      const databaseUrl = server.url.replace(/postgres$/, 'starved');
      pair = await startPair(databaseUrl, { MUSTER_RATE_LIMIT: '0', MUSTER_QUERY_SECONDS: '5' });
      const person = await createAdministrator({ origin: pair.api.origin, output: pair.api.said });
      const setting = { ...pair, server, databaseUrl, person, share };
      const outcomes: Outcome[] = [];
      for (const part of PARTS) {
        log(part.name);
        outcomes.push(...[await part(setting)].flat());
      }
      return outcomes;
    } finally {
      await pair?.api.end('SIGKILL');
      await pair?.web.end('SIGKILL');
      await server.close();
    }
  },
};
