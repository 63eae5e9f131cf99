import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '../generated/client.ts';
import { schemaOfRelease } from './releases/name.ts';
import {
  observeStatements,
  type StatementListener,
  type Statements,
  type StatementWatcher,
} from './statements.ts';

export type DatabaseKind = 'pglite' | 'postgres';

/**
 * SQL straight to the driver, past Prisma. Values come back alike on both databases: `date` as 'YYYY-MM-DD',
 * `timestamptz` as Date, `bigint` as number (an error past 2^53), `numeric` as string, `json` parsed.
 */
export interface Connection {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Several statements separated by semicolons, without values. */
  executeScript(sql: string): Promise<void>;
}

/** What PGlite and PostgreSQL each bring; `connectDatabase` makes a Database of it. */
export interface Driver extends Connection {
  kind: DatabaseKind;
  /** Over the same connections, for the tables of one schema; default: public. */
  adapter(schema?: string): SqlMigrationAwareDriverAdapterFactory;
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  listen(channel: string, listeners: ChannelListeners): Promise<() => Promise<void>>;
  /** Connections that this process holds; PGlite has none. */
  countConnections?(): Connections;
  /** The whole database as one file (PGlite's data folder as .tar.gz); PostgreSQL has pg_dump for that. */
  dump?(): Promise<Blob>;
  close(): Promise<void>;
}

export interface Connections {
  inUse: number;
  idle: number;
  /** Callers that wait for one. */
  waiting: number;
}

export interface ChannelListeners {
  onMessage: (payload: string) => void;
  /** The connection was lost and is back: messages in between are gone. */
  onGap?: () => void;
}

export interface Database extends Omit<Driver, 'adapter'> {
  prisma: PrismaClient;
  /** Told of every SQL statement sent, Prisma's and ours, after its answer. Returns how to stop. */
  onStatement(listener: StatementListener): () => void;
  /** The same, told of each as it is sent as well, within whatever sends it. */
  watchStatements(watcher: StatementWatcher): () => void;
  /** The same questions put to a release that exists; the same object for the same name. Lives as long as this one. */
  atRelease(name: string): ReleaseDatabase;
}

/** The records of a release: for reading. The database itself refuses to change them. */
export type ReleaseDatabase = Pick<Database, 'kind' | 'prisma' | 'query' | 'executeScript' | 'transaction'>;

export function connectDatabase(driver: Driver, statements: Statements): Database {
  const { adapter, ...parts } = driver;
  const connect = (schema?: string) =>
    new PrismaClient({
      adapter: observeStatements(adapter(schema), statements),
      errorFormat: 'minimal',
    });
  const prisma = connect();
  const releases = new Map<string, ReleaseDatabase>();
  let closing: Promise<void> | undefined;
  return {
    ...parts,
    prisma,
    onStatement: statements.listen,
    watchStatements: statements.watch,
    atRelease(name) {
      const known = releases.get(name);
      if (known) return known;
      const schema = schemaOfRelease(name);
      const release = { kind: driver.kind, prisma: connect(schema), ...putToSchema(driver, schema) };
      releases.set(name, release);
      return release;
    },
    close() {
      closing ??= Promise.all(
        [prisma, ...[...releases.values()].map((release) => release.prisma)].map((client) =>
          client.$disconnect(),
        ),
      ).then(() => driver.close());
      return closing;
    },
  };
}

/** SQL whose unqualified names are the schema's. Connections are shared, so each statement says where it looks. */
function putToSchema(
  { transaction }: Pick<Driver, 'transaction'>,
  schema: string,
): Pick<Driver, 'query' | 'executeScript' | 'transaction'> {
  const inSchema: Driver['transaction'] = (work) =>
    transaction(async (connection) => {
      await connection.executeScript(`SET LOCAL search_path TO "${schema}"`);
      return work(connection);
    });
  return {
    query: (sql, values) => inSchema((connection) => connection.query(sql, values)),
    executeScript: (sql) => inSchema((connection) => connection.executeScript(sql)),
    transaction: inSchema,
  };
}
