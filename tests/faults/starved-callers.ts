import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { insertManyCounts } from '../../apps/api/test/support/many-counts.ts';
import { openDatabase } from '../../prisma/src/index.ts';
import type { Outcome } from './scenario.ts';
import { createApi } from './several-processes.ts';
import { ask, askEverything, countAnswers, isWell } from './starved-asking.ts';
import type { Setting } from './starved-database.ts';

const ROWS = 120_000;
const FEWEST_ROWS = 20_000;
/** More than sockets hold, whatever the number of rows. */
const NOTE = 'n'.repeat(600);
/** What sockets hold of a file is written at full speed, and takes the processor until then. */
const FILLED_AFTER_MS = 20_000;
const FORMATS = ['csv', 'json', 'parquet', 'xlsx'];
/** Of Node.js, for objects; an export of all rows at once would need many times that. */
const HEAP_MB = 160;
const GROWTH_MB = 250;

interface Ended {
  status: string;
  seconds: number;
}

/** Headers, and bodies, that come a byte a second and never end. */
export async function sendForever({ api, person }: Setting): Promise<Outcome[]> {
  const host = `Host: ${new URL(api.origin).host}`;
  const kinds = {
    'headers that never end': `GET / HTTP/1.1\r\n${host}\r\nX-Slow: `,
    'a body that never ends': `POST /graphql HTTP/1.1\r\n${host}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`,
  };
  const sending = Object.entries(kinds).map(async ([what, begin]) => {
    const ended = await Promise.all(Array.from({ length: 25 }, () => trickle(api.origin, begin)));
    return { what, ended };
  });
  await sleep(2_000);
  const meanwhile = await askEverything(api.origin, person);
  return (await Promise.all(sending)).map(({ what, ended }) => {
    const longest = Math.max(...ended.map(({ seconds }) => seconds));
    const statuses = [...new Set(ended.map(({ status }) => status))];
    return {
      what: `${what}, a byte a second`,
      times: ended.length,
      result: `cut off with ${statuses.join(', ')} after ${longest.toFixed(0)} s at most; others meanwhile ${meanwhile.every(isWell) ? 'well' : countAnswers(meanwhile)}`,
      isGood: statuses.join() === '408' && longest < 45 && meanwhile.every(isWell),
    };
  });
}

async function trickle(origin: string, begin: string): Promise<Ended> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  const since = performance.now();
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  socket.on('error', () => {});
  socket.write(begin);
  const timer = setInterval(() => socket.write('x'), 1_000);
  const late = setTimeout(() => socket.destroy(), 90_000);
  await once(socket, 'close');
  clearInterval(timer);
  clearTimeout(late);
  return { status: answer.split(' ')[1] ?? 'nothing', seconds: (performance.now() - since) / 1_000 };
}

/** As many files as are sent at once, each to somebody who takes a byte a second. */
export async function readSlowly({ databaseUrl, api, person, share }: Setting): Promise<Outcome> {
  await fillTables(databaseUrl, share);
  const readers = await Promise.all([1, 2, 3].map(() => readByte(api.origin, '/data/commitments.csv')));
  await sleep(FILLED_AFTER_MS);
  const fourth = await ask('file', `${api.origin}/data/programs.csv`, {});
  const meanwhile = (await askEverything(api.origin, person)).filter(({ what }) => what !== 'file');
  const seconds = await Promise.all(readers.map(({ ended }) => ended));
  const after = await ask('file', `${api.origin}/data/programs.csv`, {});
  const isBounded = fourth.status === 503 && fourth.code === 'TOO_MANY_EXPORTS' && fourth.hasRetryAfter;
  return {
    what: 'files read a byte a second, as many as are sent at once',
    times: readers.length,
    result:
      `cut off after ${Math.max(...seconds).toFixed(0)} s at most; a further file meanwhile ${fourth.status} ${fourth.code ?? ''}, ` +
      `questions and changes ${meanwhile.every(isWell) ? 'well' : countAnswers(meanwhile)}; a file afterwards ${after.status}`,
    isGood: seconds.every((it) => it < 180) && isBounded && meanwhile.every(isWell) && after.status === 200,
  };
}

/** Gives how many rows there are. */
async function fillTables(databaseUrl: string, share: number): Promise<number> {
  const rows = Math.max(FEWEST_ROWS, Math.round(ROWS * share));
  const database = await openDatabase({ databaseUrl, poolSize: 1 });
  const [found] = await database.query<{ many: number }>(
    `SELECT count(*)::int AS many FROM "count" WHERE slug LIKE 'many-%'`,
  );
  if (found?.many === 0) await insertManyCounts(database, rows, NOTE);
  await database.close();
  return rows;
}

/** Resolves once the answer has begun. `ended`: seconds until the server cut it off. */
async function readByte(origin: string, path: string): Promise<{ ended: Promise<number> }> {
  const { host, port } = new URL(origin);
  const socket: Socket = connect(Number(port), '127.0.0.1');
  const since = performance.now();
  socket.on('error', () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  await once(socket, 'readable');
  const timer = setInterval(() => socket.read(1), 1_000);
  const late = setTimeout(() => socket.destroy(), 200_000);
  // Somebody who reads so slowly hears of the end much later: asked of the system instead.
  const ended = isCut(Number(port), socket.localPort ?? 0).then(() => {
    clearInterval(timer);
    clearTimeout(late);
    socket.destroy();
    return (performance.now() - since) / 1_000;
  });
  return { ended };
}

/** Until the server's end of that connection is no longer open. */
async function isCut(serverPort: number, clientPort: number): Promise<void> {
  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, '0');
  // By proc_net_tcp(5): local address, remote address, state, where 01 is ESTABLISHED.
  const open = new RegExp(`:${hex(serverPort)} \\w+:${hex(clientPort)} 01 `);
  while (open.test(readFileSync('/proc/net/tcp', 'utf8'))) await sleep(500);
}

/** Whole tables from a process that may hold little. */
export async function exportInLittleMemory({ databaseUrl, share }: Setting): Promise<Outcome> {
  const rows = await fillTables(databaseUrl, share);
  const api = await createApi({
    databaseUrl,
    env: { MUSTER_RATE_LIMIT: '0' },
    flags: [`--max-old-space-size=${HEAP_MB}`],
  });
  try {
    await api.start();
    await ask('question', `${api.origin}/data/programs.csv`, {});
    const before = api.memory();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, api.memory() || 0);
    }, 50);
    const sizes: string[] = [];
    let isWhole = true;
    for (const format of FORMATS) {
      const since = performance.now();
      const response = await fetch(`${api.origin}/data/commitments.${format}`);
      let bytes = 0;
      for await (const chunk of response.body ?? []) bytes += (chunk as Uint8Array).length;
      isWhole &&= response.ok && Number(response.headers.get('x-total-count')) >= rows && bytes > 100_000;
      const seconds = ((performance.now() - since) / 1_000).toFixed(0);
      sizes.push(`${format} ${Math.round(bytes / 2 ** 20)} MB in ${seconds} s`);
    }
    clearInterval(watch);
    return {
      what: `files of ${rows.toLocaleString('en-US')} rows from a process with a heap of ${HEAP_MB} MB`,
      times: FORMATS.length,
      result: `${isWhole ? 'whole' : 'not whole'} (${sizes.join(', ')}); memory ${before} MB before, ${most} MB at most`,
      isGood: isWhole && api.isUp() && most - before < GROWTH_MB,
    };
  } catch (error) {
    const cause = ((error as Error).cause as Error | undefined)?.message ?? '';
    const result = `${(error as Error).message} ${cause}; ${api.isUp() ? 'still up' : 'ended'}: ${api.said().slice(-200)}`;
    return {
      what: `files from a process with a heap of ${HEAP_MB} MB`,
      times: FORMATS.length,
      result,
      isGood: false,
    };
  } finally {
    await api.end('SIGKILL');
  }
}
