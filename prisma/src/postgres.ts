import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Connection, Driver, QueryOptions, QuerySide } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { listenToChannel } from './postgres-listener.ts';
import { BoundedPool } from './postgres-pool.ts';
import { type PostgresTarget, parsePostgresUrl } from './postgres-url.ts';
import type { Statements } from './statements.ts';
import { parsers } from './values.ts';

const OLDEST_VERSION = 15;
const CONNECT_TIMEOUT_MS = 10_000;
const MAX_PREPARED = 500;
/** Whoever waits longer for an answer is cut off from a server that takes connections and says nothing. */
const SILENT_MS = 10 * 60_000;
/** The server is the first to stop a statement that may take so long, and tells that it did. */
const SILENT_AFTER_LIMIT_MS = 2_000;
// Compiling a statement takes PostgreSQL longer than it saves, and many times so for sums of many columns.
const SESSION = "SET TIME ZONE 'UTC'; SET jit = off";

interface PostgresOptions {
  databaseUrl: string;
  poolSize?: number | undefined;
  log: (message: string) => void;
  statements: Statements;
}

export async function openPostgres({
  databaseUrl,
  poolSize,
  log,
  statements,
}: PostgresOptions): Promise<Driver> {
  const target = parsePostgresUrl(databaseUrl);
  const config: pg.PoolConfig = {
    connectionString: target.url,
    application_name: 'muster',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  };
  const pools: pg.Pool[] = [];
  function openPool(session: string, silentMs: number): pg.Pool {
    const pool = new BoundedPool({
      ...config,
      query_timeout: silentMs,
      max: poolSize ?? 10,
      onConnect: async (client) => void (await client.query(session)),
    });
    pool.on('error', (error) => log(`lost an idle connection to ${target.label}: ${error.message}`));
    pools.push(pool);
    return pool;
  }
  const pool = openPool(SESSION, SILENT_MS);
  try {
    await requireVersion(pool, target);
  } catch (error) {
    await pool.end().catch(() => {});
    throw error;
  }
  return {
    kind: 'postgres',
    ...querySide(pool, statements),
    // Connections of their own: a setting of a connection would have to be sent anew each time it is shared out.
    limitTime: (milliseconds) =>
      querySide(
        openPool(
          `${SESSION}; SET statement_timeout = ${Math.ceil(milliseconds)}`,
          milliseconds + SILENT_AFTER_LIMIT_MS,
        ),
        statements,
      ),
    listen: (channel, listeners) => listenToChannel({ config, target, channel, listeners, log }),
    countConnections: () => ({
      inUse: sumOf(pools, ({ totalCount, idleCount }) => totalCount - idleCount),
      idle: sumOf(pools, ({ idleCount }) => idleCount),
      waiting: sumOf(pools, ({ waitingCount }) => waitingCount),
    }),
    close: async () => void (await Promise.all(pools.map((it) => it.end()))),
  };
}

function sumOf(pools: pg.Pool[], count: (pool: pg.Pool) => number): number {
  return pools.reduce((sum, pool) => sum + count(pool), 0);
}

function querySide(pool: pg.Pool, statements: Statements): QuerySide {
  const statementNameGenerator = createStatementNames();
  const prepare = createStatementNames();
  return {
    adapter: (schema) => new PrismaPg(pool, { statementNameGenerator, ...(schema && { schema }) }),
    ...connect(pool, statements, (sql) => prepare({ sql })),
    transaction: (work) => runTransaction(pool, statements, work),
  };
}

async function requireVersion(pool: pg.Pool, target: PostgresTarget) {
  const version = await pool
    .query<{ version: string }>("SELECT current_setting('server_version_num') AS version")
    .then(({ rows }) => Number(rows[0]?.version))
    .catch((error) => {
      throw new DatabaseError('UNREACHABLE', `cannot use PostgreSQL at ${target.label}: ${explain(error)}`);
    });
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_VERSION) return;
  throw new DatabaseError(
    'WRONG_VERSION',
    `PostgreSQL at ${target.label} is version ${major}; Muster needs ${OLDEST_VERSION} or newer`,
  );
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the host name cannot be looked up',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'no answer',
  '28P01': 'the user or password is refused',
  '28000': 'the user is refused',
  '3D000': 'that database does not exist',
  '53300': 'it has no connection left',
  '57P03': 'it is starting up or shutting down',
};

// The driver's own words only where no code is known, and then without its address.
function explain(error: NodeJS.ErrnoException): string {
  const reason = error.code ? REASONS[error.code] : undefined;
  if (reason) return reason;
  if (/timeout/i.test(error.message)) return `no answer in ${CONNECT_TIMEOUT_MS / 1000} s`;
  return error.message.replaceAll(/\w+:\/\/\S+/g, '…') || error.code || 'unknown reason';
}

// Prepared once per connection, planned once: the first 500 texts, so that texts of ever new lengths leak nothing.
function createStatementNames() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    const name = names.size < MAX_PREPARED ? createHash('sha256').update(sql).digest('base64url') : '';
    if (name) names.set(sql, name);
    return name;
  };
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

function connect(
  client: pg.Pool | pg.PoolClient,
  statements: Statements,
  nameOf: (sql: string) => string = () => '',
): Connection {
  return {
    async query<Row>(
      sql: string,
      values: readonly unknown[] = [],
      { isPrepared = false }: QueryOptions = {},
    ) {
      const name = isPrepared ? nameOf(sql) : '';
      const { rows } = await statements.observe(sql, () =>
        client.query({ text: sql, values: [...values], types, ...(name && { name }) }),
      );
      return rows as Row[];
    },
    executeScript: (sql) => statements.observe(sql, async () => void (await client.query(sql))),
  };
}

async function runTransaction<T>(
  pool: pg.Pool,
  statements: Statements,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // A client that is out of the pool and loses its connection would end the process; its next query fails instead.
  client.on('error', ignore);
  const connection = connect(client, statements);
  try {
    await connection.executeScript('BEGIN');
    const result = await work(connection);
    await connection.executeScript('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const failed = await client.query('ROLLBACK').then(
      () => undefined,
      (rollbackError: Error) => rollbackError,
    );
    client.release(failed);
    throw error;
  } finally {
    client.off('error', ignore);
  }
}

function ignore(): void {}
