import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findFreePort, root, waitForAnswer } from '../../scripts/processes.ts';
import { cleanEnvironment } from '../support/start.ts';

/** A question that a page asks of the API. */
export interface Call {
  path: string;
  headers: Record<string, string>;
  body: string;
  /** Positions of the calls whose answers were there before it was asked. */
  after: number[];
}

interface Watched extends Omit<Call, 'after'> {
  started: number;
  ended: number;
}

export interface Recorder {
  /** What the page asks, in the order in which it asks. */
  record(path: string): Promise<Call[]>;
  close(): Promise<void>;
}

/** A second dashboard of the same build, which asks the API by way of this process. */
export async function startRecorder(apiOrigin: string, token: string): Promise<Recorder> {
  let watched: Watched[] = [];
  const between = createServer(async (request, response) => {
    const call = { path: request.url ?? '/', headers: takeHeaders(request.headers), body: '' };
    const entry = { ...call, started: performance.now(), ended: Number.POSITIVE_INFINITY };
    watched.push(entry);
    for await (const chunk of request) entry.body += chunk;
    const answer = await ask(apiOrigin, entry);
    const text = await answer.text();
    entry.ended = performance.now();
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(text);
  });
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve));
  const { port } = between.address() as AddressInfo;
  const webPort = await findFreePort();
  const web = startWeb(webPort, `http://127.0.0.1:${port}`, token);
  const origin = `http://127.0.0.1:${webPort}`;
  await waitForAnswer(`${origin}/icon.svg`, () => web.exitCode === null);
  return {
    async record(path) {
      // The first time a page is asked for it is loaded, which takes its time.
      await (await fetch(origin + path)).text();
      watched = [];
      await (await fetch(origin + path)).text();
      return watched.map(({ started, ended: _, ...call }) => ({
        ...call,
        after: [...watched.entries()].filter(([, { ended }]) => ended <= started).map(([index]) => index),
      }));
    },
    async close() {
      const ended = new Promise((resolve) => web.once('close', resolve));
      web.kill('SIGTERM');
      await ended;
      between.close();
      between.closeAllConnections();
    },
  };
}

/** Asks what the page asked, each question once those are answered that it waited for. */
export async function replay(origin: string, calls: Call[]): Promise<void> {
  const answers: Promise<void>[] = [];
  for (const call of calls)
    answers.push(
      Promise.all(call.after.map((index) => answers[index])).then(async () => {
        const answer = await ask(origin, call);
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`the API answers ${answer.status} to ${call.body.slice(0, 200)}`);
      }),
    );
  await Promise.all(answers);
}

function ask(origin: string, { path, headers, body }: Pick<Call, 'path' | 'headers' | 'body'>) {
  return fetch(origin + path, { headers, ...(body && { method: 'POST', body }) });
}

function takeHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const own = /^(host|connection|content-length|transfer-encoding)$/;
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      own.test(name) || value === undefined ? [] : [[name, [value].flat().join(', ')]],
    ),
  );
}

function startWeb(port: number, apiOrigin: string, token: string): ChildProcess {
  const next = join(root, 'node_modules/next/dist/bin/next');
  return spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: join(root, 'apps/web'),
    env: {
      ...cleanEnvironment(),
      NODE_ENV: 'production',
      MUSTER_API_ORIGIN: apiOrigin,
      MUSTER_DASHBOARD_TOKEN: token,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
