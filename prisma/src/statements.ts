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

/** Called as a statement is about to be sent, where its sender stands; what it returns, once the answer is there. */
export type StatementWatcher = (sql: string) => StatementListener;

export interface Statements {
  listen(listener: StatementListener): () => void;
  watch(watcher: StatementWatcher): () => void;
  /** Runs the work and tells every watcher and listener of the statement. */
  observe<T>(sql: string, work: () => Promise<T>): Promise<T>;
}

export function createStatements(): Statements {
  const watchers = new Set<StatementWatcher>();

  function watch(watcher: StatementWatcher): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  }

  return {
    watch,
    listen: (listener) => watch(() => listener),
    async observe(sql, work) {
      if (watchers.size === 0) return work();
      const listeners = [...watchers].map((watcher) => watcher(sql));
      const since = performance.now();
      const tell = (failed: boolean) => {
        const statement = { sql, milliseconds: performance.now() - since, failed };
        for (const listener of listeners) listener(statement);
      };
      try {
        const result = await work();
        tell(false);
        return result;
      } catch (error) {
        tell(true);
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
