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
  query<Row = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<Row[]>;
  /** Several statements separated by semicolons, without values. */
  executeScript(sql: string): Promise<void>;
}

export interface QueryOptions {
  /** A text that is sent often, with other values: PostgreSQL reads it once per connection. */
  isPrepared?: boolean;
}

/** What answers statements: over the same connections for Prisma, for single statements and for transactions. */
export interface QuerySide extends Connection {
  /** For the tables of one schema; default: public. */
  adapter(schema?: string): SqlMigrationAwareDriverAdapterFactory;
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
}

/** What PGlite and PostgreSQL each bring; `connectDatabase` makes a Database of it. */
export interface Driver extends QuerySide {
  kind: DatabaseKind;
  /** The same database, where each statement is cancelled after so long. PGlite lacks it: it cannot stop what it began. */
  limitTime?(milliseconds: number): QuerySide;
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

/** The records of a release, or all of them with a time limit: for reading. Releases refuse to be changed. */
export type ReleaseDatabase = Pick<Database, 'kind' | 'prisma' | 'query' | 'executeScript' | 'transaction'>;

/** The records as they stand, and by name as they were released. */
export interface ReadingDatabase extends ReleaseDatabase {
  /** The same questions put to a release that exists; the same object for the same name. */
  atRelease(name: string): ReleaseDatabase;
}

export interface Database extends Omit<Driver, 'adapter' | 'limitTime'> {
  prisma: PrismaClient;
  /** Told of every SQL statement sent, Prisma's and ours, after its answer. Returns how to stop. */
  onStatement(listener: StatementListener): () => void;
  /** The same, told of each as it is sent as well, within whatever sends it. */
  watchStatements(watcher: StatementWatcher): () => void;
  /** The same questions put to a release that exists; the same object for the same name. Lives as long as this one. */
  atRelease(name: string): ReleaseDatabase;
  /**
   * For readers' questions: on PostgreSQL over connections of their own, where a statement that takes longer is cancelled
   * (`isStatementTimeout` knows its error); elsewhere without a limit. The same object for the same limit.
   */
  limitTime(milliseconds: number): ReadingDatabase;
}

export function connectDatabase(driver: Driver, statements: Statements): Database {
  const { adapter: _, limitTime, ...parts } = driver;
  const clients: PrismaClient[] = [];

  function openReading(side: QuerySide): ReadingDatabase {
    const connect = (schema?: string) => {
      const adapter = observeStatements(side.adapter(schema), statements);
      const client = new PrismaClient({ adapter, errorFormat: 'minimal' });
      clients.push(client);
      return client;
    };
    const { query, executeScript, transaction } = side;
    const atRelease = keepEach((name: string): ReleaseDatabase => {
      const schema = schemaOfRelease(name);
      return { kind: driver.kind, prisma: connect(schema), ...putToSchema(side, schema) };
    });
    return { kind: driver.kind, prisma: connect(), query, executeScript, transaction, atRelease };
  }

  const { prisma, atRelease } = openReading(driver);
  let closing: Promise<void> | undefined;
  const database: Database = {
    ...parts,
    prisma,
    atRelease,
    onStatement: statements.listen,
    watchStatements: statements.watch,
    limitTime: limitTime ? keepEach((milliseconds) => openReading(limitTime(milliseconds))) : () => database,
    close() {
      closing ??= Promise.all(clients.map((client) => client.$disconnect())).then(() => driver.close());
      return closing;
    },
  };
  return database;
}

/** Makes each value once and gives the same one for the same key. */
function keepEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    kept.set(key, value);
    return value;
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
    // Not prepared: a connection's statements stay with the types of the schema that they were first put to.
    query: (sql, values) => inSchema((connection) => connection.query(sql, values)),
    executeScript: (sql) => inSchema((connection) => connection.executeScript(sql)),
    transaction: inSchema,
  };
}
