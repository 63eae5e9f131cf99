import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
} from '@prisma/driver-adapter-utils';

export interface Statement {
  sql: string;
  milliseconds: number;
  failed: boolean;
}

export type StatementListener = (statement: Statement) => void;

export interface Statements {
  listen(listener: StatementListener): () => void;
  /** Runs the work and tells every listener of the statement. */
  observe<T>(sql: string, work: () => Promise<T>): Promise<T>;
}

export function createStatements(): Statements {
  const listeners = new Set<StatementListener>();

  function tell(sql: string, since: number, failed: boolean) {
    const statement = { sql, milliseconds: performance.now() - since, failed };
    for (const listener of listeners) listener(statement);
  }

  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async observe(sql, work) {
      if (listeners.size === 0) return work();
      const since = performance.now();
      try {
        const result = await work();
        tell(sql, since, false);
        return result;
      } catch (error) {
        tell(sql, since, true);
        throw error;
      }
    },
  };
}

/** The same adapter, telling `statements` of all that Prisma sends. */
export function observeStatements(
  factory: SqlDriverAdapterFactory,
  statements: Statements,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => observeAdapter(await factory.connect(), statements),
  };
}

function observeAdapter(adapter: SqlDriverAdapter, statements: Statements): SqlDriverAdapter {
  return Object.assign(Object.create(adapter) as SqlDriverAdapter, observeQueries(adapter, statements), {
    executeScript: (sql: string) => statements.observe(sql, () => adapter.executeScript(sql)),
    startTransaction: async (isolation?: Parameters<SqlDriverAdapter['startTransaction']>[0]) => {
      const transaction = await statements.observe('BEGIN', () => adapter.startTransaction(isolation));
      // Where the engine itself sends no COMMIT (a "phantom query"), the adapter does: tell of it all the same.
      const phantom = transaction.options.usePhantomQuery;
      return Object.assign(
        Object.create(transaction) as typeof transaction,
        observeQueries(transaction, statements),
        phantom && {
          commit: () => statements.observe('COMMIT', () => transaction.commit()),
          rollback: () => statements.observe('ROLLBACK', () => transaction.rollback()),
        },
      );
    },
  });
}

function observeQueries(queryable: SqlQueryable, statements: Statements) {
  return {
    queryRaw: (query: SqlQuery) => statements.observe(query.sql, () => queryable.queryRaw(query)),
    executeRaw: (query: SqlQuery) => statements.observe(query.sql, () => queryable.executeRaw(query)),
  };
}
