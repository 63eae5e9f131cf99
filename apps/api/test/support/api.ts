import type { Database, DatabaseKind } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { expect, vi } from 'vitest';
import { createServer } from '../../src/server.ts';
import { isOfState, openSeeded } from './databases.ts';
import { TODAY } from './today.ts';

export { databases } from './databases.ts';
export { TODAY } from './today.ts';

export interface Answer {
  data: any;
  errors: { message: string; path?: string[]; extensions: { code: string; requestId: string } }[];
  /** SQL statements that the answer took, but for those that tell states of the record apart. */
  statements: string[];
}

export interface TestApi {
  db: Database;
  app: FastifyInstance;
  /** Lines of the log. */
  logs: string[];
  ask(query: string, variables?: object): Promise<Answer>;
  /** The data of a query that must succeed. */
  read(query: string, variables?: object): Promise<any>;
  /** Message of a query that must be refused as the caller's mistake. */
  refuse(query: string, variables?: object): Promise<string>;
  close(): Promise<void>;
}

/** The API on a database of its own with the starter dataset. Unexpected console.error fails at `close`. */
export async function startTestApi(kind: DatabaseKind): Promise<TestApi> {
  const complaints = vi.spyOn(console, 'error');
  const db = await openSeeded(kind);
  const logs: string[] = [];
  const app = await createServer({
    db,
    settings: {
      logLevel: 'warn',
      webOrigin: undefined,
      publicUrl: 'http://localhost:3000',
      secret: 'the secret of the tests, long enough for it',
    },
    today: () => TODAY,
    logTo: { write: (line) => void logs.push(line) },
  });

  async function ask(query: string, variables: object = {}): Promise<Answer> {
    const statements: string[] = [];
    const stop = db.onStatement(({ sql }) => {
      if (!isOfState(sql)) statements.push(sql);
    });
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
    stop();
    const { data = null, errors = [] } = response.json();
    return { data, errors, statements };
  }

  return {
    db,
    app,
    logs,
    ask,
    read: async (query, variables) => {
      const { data, errors } = await ask(query, variables);
      expect(errors).toEqual([]);
      return data;
    },
    refuse: async (query, variables) => {
      const { errors } = await ask(query, variables);
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      return errors[0]?.message ?? '';
    },
    close: async () => {
      await app.close();
      await db.close();
      expect(complaints).not.toHaveBeenCalled();
      complaints.mockRestore();
    },
  };
}
