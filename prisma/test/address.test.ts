import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { DatabaseError, openDatabase } from '../src/index.ts';
import { kinds, postgresUrl } from './databases.ts';

async function findFailure(databaseUrl: string): Promise<DatabaseError> {
  const error = await openDatabase({ databaseUrl }).then(
    (database) => database.close(),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  return error as DatabaseError;
}

test.each([
  'hunter2',
  'postgres://user:hunter2@',
  'postgres://user:hunter2@host:port/db',
  'postgres://user:hunter2@host',
  'postgres://user:hunter2@host/',
  'postgres://user:hunter2#x@host/db',
  'postgres://user:1/hunter2@host/db',
  'postgres://user:1?hunter2@host/db',
  'postgres://user:hunter2%@host/db',
  'mysql://user:hunter2@host/db',
  'host=localhost password=hunter2 dbname=db',
])('%s is refused in one line without its password', async (databaseUrl) => {
  const error = await findFailure(databaseUrl);
  expect(error.code).toBe('BAD_URL');
  expect(error.message).not.toContain('hunter2');
  expect(error.message).not.toContain('\n');
});

test('a server that is not there, or says nothing that is understood, is named without the password', async () => {
  const closed = await findFailure('postgres://user:hunter2@127.0.0.1:9/db');
  expect(closed.code).toBe('UNREACHABLE');
  expect(closed.message).toBe('cannot use PostgreSQL at 127.0.0.1:9/db: nothing listens there');

  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const cut = await findFailure(`postgres://user:hunter2@127.0.0.1:${port}/db`);
  server.close();
  expect(cut.code).toBe('UNREACHABLE');
  expect(`${cut.message}${cut.stack}${String(cut.cause)}`).not.toContain('hunter2');
});

test.runIf(kinds.includes('postgres'))('a database or a user that is not there is told', async () => {
  const url = new URL(postgresUrl ?? '');
  url.pathname = 'absent';
  expect((await findFailure(url.href)).message).toMatch(/: that database does not exist$/);
  url.username = 'nobody';
  url.password = 'hunter2';
  const refused = await findFailure(url.href);
  expect(refused).toMatchObject({ code: 'UNREACHABLE' });
  expect(refused.message).toMatch(/: the user is refused$/);
});
