import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../support/administrator.ts';
import type { Outcome } from './scenario.ts';
import { createApi, type Node } from './several-processes.ts';
import {
  type Answer,
  ask,
  askEverything,
  countAnswers,
  findLongest,
  isToldAway,
  isWell,
  waitUntilWell,
} from './starved-asking.ts';
import { askServer, type Server } from './starved-postgres.ts';

export interface Setting {
  server: Server;
  databaseUrl: string;
  api: Node;
  web: Node;
  person: Person;
  share: number;
}

/** Five seconds for the revision, ten for a connection, and some for a machine that is busy. */
const LONGEST_MS = 20_000;

/** The server is stopped as a crash would, and started again, while everybody asks. */
export async function loseDatabase({ server, api, person, share }: Setting): Promise<Outcome> {
  const answers: Answer[] = [];
  const seconds: number[] = [];
  let isTold = true;
  const rounds = Math.max(1, Math.round(5 * share));
  const pid = api.pid();
  for (let round = 0; round < rounds; round++) {
    // In flight as it goes.
    const caught = askEverything(api.origin, person);
    await server.stop();
    answers.push(...(await caught));
    for (let turn = 0; turn < 5; turn++) {
      answers.push(...(await askEverything(api.origin, person)));
      isTold &&= (await ask('readiness', `${api.origin}/readyz`, {})).status === 503;
      await sleep(200);
    }
    await server.start();
    seconds.push(await waitUntilWell(api.origin, person));
  }
  return {
    what: 'database gone and back',
    times: rounds,
    result:
      `${countAnswers(answers)}, after ${writeSeconds(findLongest(answers))} at most; /readyz ${isTold ? '503' : 'not always 503'}; ` +
      `all well again ${seconds.map((it) => it.toFixed(1)).join(', ')} s after it was back, without a restart`,
    isGood:
      answers.every(isToldAway) &&
      isTold &&
      seconds.every((it) => it < 30) &&
      api.pid() === pid &&
      api.isUp(),
  };
}

/** The dashboard's process ends: pages say so, the API goes on. */
export async function loseDashboard({ api, web, person }: Setting): Promise<Outcome> {
  await web.end('SIGKILL');
  const answers = await askEverything(api.origin, person);
  const page = answers.filter(({ what }) => what === 'page');
  const others = answers.filter(({ what }) => what !== 'page');
  await web.start();
  const seconds = await waitUntilWell(api.origin, person);
  return {
    what: 'dashboard gone and back',
    times: 1,
    result: `pages ${countAnswers(page)}, all else ${others.every(isWell) ? 'well' : countAnswers(others)}; all well again after ${seconds.toFixed(1)} s`,
    isGood:
      page.every(({ status, hasRetryAfter }) => status === 503 && hasRetryAfter) &&
      others.every(isWell) &&
      seconds < 30,
  };
}

/** The server takes connections and answers nothing, as behind a broken network. */
export async function freezeDatabase({ server, api, person }: Setting): Promise<Outcome> {
  server.freeze();
  const readiness = await ask('readiness', `${api.origin}/readyz`, {});
  const questions = Array.from({ length: 30 }, (_, n) =>
    ask(
      'question by GET',
      `${api.origin}/graphql?query=${encodeURIComponent(`{ f${n}: countries(first: 1) { totalCount } }`)}`,
      {
        headers: { 'apollo-require-preflight': '1' },
      },
    ),
  );
  const answers = await Promise.all(questions);
  server.thaw();
  const seconds = await waitUntilWell(api.origin, person);
  return {
    what: 'database that takes questions and answers nothing',
    times: answers.length,
    result:
      `${countAnswers(answers)}, after ${writeSeconds(findLongest(answers))} at most; /readyz ${readiness.status} after ` +
      `${writeSeconds(readiness.milliseconds)}; all well again after ${seconds.toFixed(1)} s`,
    isGood:
      answers.every(isToldAway) &&
      findLongest(answers) < LONGEST_MS &&
      readiness.status === 503 &&
      seconds < 30 &&
      api.isUp(),
  };
}

/** A table is locked: what needs it is stopped after its time, what waits for that in vain is told so, the rest goes on. */
export async function lockTable({ databaseUrl, api, person }: Setting): Promise<Outcome> {
  const lock = askServer(
    databaseUrl,
    'BEGIN; LOCK TABLE "count" IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(20); COMMIT',
  );
  await sleep(300);
  const address = (n: number) =>
    `${api.origin}/graphql?query=${encodeURIComponent(`{ l${n}: commitments(first: 1) { totalCount } }`)}`;
  const options = { headers: { 'apollo-require-preflight': '1' } };
  const blocked = await Promise.all(
    Array.from({ length: 30 }, (_, n) => ask('question by GET', address(n), options)),
  );
  const readiness = await ask('readiness', `${api.origin}/readyz`, {});
  const other = await ask(
    'another table',
    `${api.origin}/graphql?query=${encodeURIComponent('{ programs(first: 1) { totalCount } }')}`,
    options,
  );
  await lock;
  const seconds = await waitUntilWell(api.origin, person);
  const isTold = ({ status, code }: Answer) =>
    code === 'QUERY_TOO_SLOW' || (status === 503 && code === 'DATABASE_UNAVAILABLE');
  return {
    what: 'database slow: a table locked for 20 s, questions stopped after 5 s',
    times: blocked.length,
    result:
      `${countAnswers(blocked)}, after ${writeSeconds(findLongest(blocked))} at most; meanwhile /readyz ${readiness.status}, ` +
      `other tables ${other.status}; all well again after ${seconds.toFixed(1)} s`,
    isGood:
      blocked.every(isTold) &&
      findLongest(blocked) < LONGEST_MS &&
      readiness.status === 200 &&
      other.status === 200 &&
      seconds < 30,
  };
}

/** Fewer connections than two processes want. */
export async function starveConnections({ server, databaseUrl, api, person }: Setting): Promise<Outcome[]> {
  await server.stop();
  await server.start('max_connections=12');
  await waitUntilWell(api.origin, person);
  const other = await createApi({ databaseUrl, env: { MUSTER_RATE_LIMIT: '0', MUSTER_QUERY_SECONDS: '5' } });
  try {
    const begun = await other.start().then(
      () => 'started',
      () => 'did not start',
    );
    const origins = other.isUp() ? [api.origin, other.origin] : [api.origin];
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, n) => {
        const question = `{ c${n}: commitments(first: 50) { totalCount nodes { title claims { low } } } }`;
        const address = `${origins[n % origins.length]}/graphql?query=${encodeURIComponent(question)}`;
        return ask('question by GET', address, { headers: { 'apollo-require-preflight': '1' } });
      }),
    );
    await other.end();
    const line =
      other
        .said()
        .split('\n')
        .findLast((it) => it.startsWith('muster: ')) ?? '';
    const seconds = await waitUntilWell(api.origin, person);
    return [
      {
        what: 'too many connections: 12 at the server, two processes, 120 questions at once',
        times: answers.length,
        result: `${countAnswers(answers)}, after ${writeSeconds(findLongest(answers))} at most; all well again after ${seconds.toFixed(1)} s`,
        isGood: answers.every(isToldAway) && seconds < 30,
      },
      {
        what: 'a process started while hardly a connection is left',
        times: 1,
        result: begun === 'started' ? begun : line,
        isGood: begun === 'started' || line.includes('no connection left'),
      },
    ];
  } finally {
    await other.end('SIGKILL');
    await server.stop();
    await server.start();
    await waitUntilWell(api.origin, person);
  }
}

function writeSeconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
