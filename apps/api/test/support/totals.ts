import type { DatabaseKind } from '@muster/db';
import { createServer } from '../../src/server.ts';
import { openSeeded } from './databases.ts';
import { TODAY } from './today.ts';

export { TODAY } from './today.ts';

interface Failure {
  message: string;
  code: unknown;
  argument: unknown;
  records: unknown;
}

/** The API on the starter dataset, asked over HTTP; its today is that of the prototype. */
export async function openRecord(kind: DatabaseKind) {
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
  const post = async (query: string, variables: object) => {
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
    return response.json();
  };
  return {
    db,
    /** Lines of the log. */
    logs,
    async ask(query: string, variables: object = {}): Promise<any> {
      const { data, errors } = await post(query, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
    /** The first error's message, and the argument or the records that it names. */
    async fail(query: string, variables: object = {}): Promise<Failure> {
      const [error] = (await post(query, variables)).errors ?? [];
      const { code, argument, records } = error?.extensions ?? {};
      return { message: error?.message, code, argument, records };
    },
    async close() {
      await app.close();
      await db.close();
    },
  };
}

export type OpenRecord = Awaited<ReturnType<typeof openRecord>>;
