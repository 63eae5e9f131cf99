import { EventEmitter } from 'node:events';
import { promisify } from 'node:util';
import type { FastifyReply } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { watchQuestion } from '../src/limits/deadline.ts';
import { createServer } from '../src/server.ts';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom, SECRET } from './support/newsroom.ts';
import { PUBLIC_URL } from './support/people.ts';

const LIMIT_MS = 200;
/** Countries, then the counts of each. */
const COUNTRIES = '{ countries(first: 1) { nodes { name commitments { totalCount } } } }';

const WAITING =
  "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%\"country\"%'";

describe.runIf(databases.includes('postgres'))('a slow question to PostgreSQL', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom('postgres', { queryMs: LIMIT_MS });
  });
  afterAll(() => room.close());

  /** Runs `work` while nobody can read the table. */
  const whileLocked = <T>(table: string, work: () => Promise<T>) =>
    room.db.transaction(async (connection) => {
      await connection.executeScript(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      return work();
    });

  test.each([
    ['one statement of ours', '"count"', '{ commitments { nodes { slug } } }'],
    ['a sum', '"count"', '{ totals { pledged { low } } }'],
    ['a statement of Prisma’s', 'country', COUNTRIES],
  ])('is cancelled there: %s', async (_, table, query) => {
    const before = room.logs.length;
    const { data, errors } = await whileLocked(table, () => room.ask(null, query));
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('stopped after 0.2 s'),
      extensions: { code: 'QUERY_TOO_SLOW', limitSeconds: 0.2, requestId: expect.any(String) },
    });
    const told = room.logs.slice(before).filter((line) => line.includes('statement timeout'));
    expect(told.map((line) => JSON.parse(line).level)).toEqual([40]);
    const again = await room.ask(null, query);
    expect([again.status, again.errors]).toEqual([200, []]);
  });

  test('holds up no editor: what they write waits as long as it must', async () => {
    const input = { name: 'Waits', scopes: ['QUERY'], days: 1 };
    const create = 'mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { __typename } }';
    let created: ReturnType<Newsroom['ask']> | undefined;
    await whileLocked('api_key', async () => {
      created = room.ask(room.admin, create, { input });
      await new Promise((resolve) => setTimeout(resolve, 2 * LIMIT_MS));
    });
    expect((await created)?.data.createApiKey.__typename).toBe('ApiKeyCreated');
  });

  test('is left where it stands once nobody waits for it', async () => {
    const { db } = room;
    const patient = await createServer({
      db,
      settings: { logLevel: 'silent', webOrigin: undefined, publicUrl: PUBLIC_URL, secret: SECRET },
    });
    const origin = await patient.listen({ host: '127.0.0.1', port: 0 });
    const countConnections = promisify(patient.server.getConnections).bind(patient.server);
    const statements: string[] = [];
    const stop = db.onStatement(({ sql }) => statements.push(sql));
    const hungUp = new AbortController();
    await whileLocked('country', async () => {
      const answer = fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: COUNTRIES }),
        signal: hungUp.signal,
      });
      const refused = expect(answer).rejects.toThrow('abort');
      await vi.waitFor(async () => expect(await db.query(WAITING)).toHaveLength(1), 10_000);
      hungUp.abort();
      await refused;
      await vi.waitFor(async () => expect(await countConnections()).toBe(0), 10_000);
    });
    await vi.waitFor(() => expect(statements.some((sql) => sql.includes('"country"'))).toBe(true), 10_000);
    const ask = (query: string) => patient.inject({ method: 'POST', url: '/graphql', payload: { query } });
    const ofCounts = () => statements.filter((sql) => sql.includes('count_recipient')).length;
    // By then, what would have followed would have been asked.
    await ask('{ countries(first: 2) { nodes { name } } }');
    expect(ofCounts()).toBe(0);
    await ask(COUNTRIES);
    expect(ofCounts()).toBeGreaterThan(0);
    stop();
    await patient.close();
  });
});

test('a question is worked on until its time is over, or whoever asked has hung up', async () => {
  const raw = Object.assign(new EventEmitter(), { writableFinished: false });
  const reply = { raw } as unknown as FastifyReply;
  const codeOf = (check: () => void) => {
    try {
      check();
    } catch (error) {
      return (error as { extensions: { code: string } }).extensions.code;
    }
    return null;
  };
  const short = watchQuestion(reply, 20);
  const endless = watchQuestion(reply, 0);
  expect([codeOf(short.check), codeOf(endless.check)]).toEqual([null, null]);
  await vi.waitFor(() => expect(codeOf(short.check)).toBe('QUERY_TOO_SLOW'));
  expect(codeOf(endless.check)).toBeNull();
  raw.emit('close');
  expect(codeOf(endless.check)).toBe('CLIENT_GONE');

  const answered = watchQuestion(reply, 0);
  raw.writableFinished = true;
  raw.emit('close');
  expect(codeOf(answered.check)).toBeNull();
});
