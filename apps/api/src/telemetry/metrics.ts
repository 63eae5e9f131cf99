import { type Database, readDataRevision } from '@muster/db';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { readWithin } from '../within.ts';

const READ_WITHIN_MS = 1_000;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const STATEMENT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [10, 100, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000];

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Metrics;
  }
}

export type Metrics = ReturnType<typeof createMetrics>;

/**
 * What this server counts and times, under `muster_*` names. Labels take few values, all of them ours: what callers
 * write (addresses, operation names) is none.
 */
export function createMetrics(db: Database) {
  const registry = new Registry();
  const registers = [registry];
  new Gauge({
    name: 'muster_data_revision',
    help: 'Revision of the published records, as the database tells it at the scrape; absent where it does not answer.',
    registers,
    async collect() {
      const read = await readWithin(READ_WITHIN_MS, readDataRevision(db)).catch(() => null);
      if (read) this.set(read.revision);
      else this.remove();
    },
  });
  new Gauge({
    name: 'muster_database_connections',
    help: 'Connections of this process to PostgreSQL, in use or idle, and callers that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      const connections = db.countConnections?.();
      if (!connections) return;
      this.set({ state: 'in_use' }, connections.inUse);
      this.set({ state: 'idle' }, connections.idle);
      this.set({ state: 'waiting' }, connections.waiting);
    },
  });
  return {
    registry,
    requestSeconds: new Histogram({
      name: 'muster_http_request_duration_seconds',
      help: 'From the request line to the last byte, by route (`/*` is the dashboard) and status; `aborted` by the caller.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    requestsInFlight: new Gauge({
      name: 'muster_http_requests_in_flight',
      help: 'Requests being answered.',
      registers,
    }),
    operations: new Counter({
      name: 'muster_graphql_operations_total',
      help: 'Questions that reached GraphQL, by type and outcome: OK, or the code of the first error.',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    operationCost: new Histogram({
      name: 'muster_graphql_operation_cost',
      help: 'What questions cost, in records to be read; those refused as too dear too.',
      buckets: COSTS,
      registers,
    }),
    keptAnswers: new Counter({
      name: 'muster_kept_answers_total',
      help: 'Public questions by GET: `not_modified` (304), `hit` (from memory), `miss` (executed).',
      labelNames: ['result'],
      registers,
    }),
    statementSeconds: new Histogram({
      name: 'muster_sql_statement_duration_seconds',
      help: 'SQL statements, waiting for a connection included.',
      labelNames: ['operation', 'outcome'],
      buckets: STATEMENT_SECONDS,
      registers,
    }),
    rateLimitRefusals: new Counter({
      name: 'muster_rate_limit_refusals_total',
      help: 'Requests answered with 429, by the limit they ran into.',
      labelNames: ['limit'],
      registers,
    }),
  };
}
