import type { PGlite, Transaction as PgliteTransaction } from '@electric-sql/pglite';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/**
 * pglite-prisma-adapter with the three places mended where it loses an error or an order: a script is awaited,
 * a failed COMMIT is told, a ROLLBACK is awaited. `schema` is where its tables are; default: public.
 */
export function createPgliteAdapter(pglite: PGlite, schema?: string): SqlMigrationAwareDriverAdapterFactory {
  const { provider, adapterName } = new PrismaPGlite(pglite);
  return {
    provider,
    adapterName,
    connect: () => adapt(pglite, schema),
    connectToShadowDb: async () => {
      throw new Error('PGlite is one database: there is no second one for a shadow');
    },
  };
}

async function adapt(pglite: PGlite, schema?: string): Promise<SqlDriverAdapter> {
  const adapter: SqlDriverAdapter = await new PrismaPGlite(pglite).connect();
  return Object.assign(Object.create(adapter) as SqlDriverAdapter, {
    executeScript: async (sql: string) => void (await pglite.exec(sql)),
    startTransaction: () => startTransaction(pglite),
    getConnectionInfo: () => ({ ...(schema && { schemaName: schema }), supportsRelationJoins: true }),
  });
}

function startTransaction(pglite: PGlite): Promise<Transaction> {
  return new Promise((resolve, reject) => {
    const { promise: ended, resolve: end } = Promise.withResolvers<'commit' | 'rollback'>();
    const done = pglite.transaction(async (transaction) => {
      const finish = (how: 'commit' | 'rollback') => {
        end(how);
        return done;
      };
      resolve(await adaptTransaction(transaction, finish));
      if ((await ended) === 'rollback') await transaction.rollback();
    });
    done.catch(reject);
  });
}

async function adaptTransaction(
  transaction: PgliteTransaction,
  finish: (how: 'commit' | 'rollback') => Promise<void>,
): Promise<Transaction> {
  // The adapter asks of its client no more than `query`, which a transaction has too.
  const queryable = await new PrismaPGlite(transaction as unknown as PGlite).connect();
  const execute = async (sql: string) => void (await transaction.exec(sql));
  return {
    provider: queryable.provider,
    adapterName: queryable.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => queryable.queryRaw(query),
    executeRaw: (query) => queryable.executeRaw(query),
    commit: () => finish('commit'),
    rollback: () => finish('rollback'),
    createSavepoint: (name) => execute(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => execute(`ROLLBACK TO SAVEPOINT ${name}`),
    releaseSavepoint: (name) => execute(`RELEASE SAVEPOINT ${name}`),
  };
}
