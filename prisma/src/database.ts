import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '../generated/client.ts';
import { observeStatements, type StatementListener, type Statements } from './statements.ts';

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
  adapter: SqlMigrationAwareDriverAdapterFactory;
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;
  listen(channel: string, listeners: ChannelListeners): Promise<() => Promise<void>>;
  /** The whole database as one file (PGlite's data folder as .tar.gz); PostgreSQL has pg_dump for that. */
  dump?(): Promise<Blob>;
  close(): Promise<void>;
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
}

export function connectDatabase(driver: Driver, statements: Statements): Database {
  const prisma = new PrismaClient({
    adapter: observeStatements(driver.adapter, statements),
    errorFormat: 'minimal',
  });
  let closing: Promise<void> | undefined;
  return {
    ...driver,
    prisma,
    onStatement: statements.listen,
    close() {
      closing ??= prisma.$disconnect().then(() => driver.close());
      return closing;
    },
  };
}
