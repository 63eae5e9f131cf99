import {
  createServer,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
  request as send,
} from 'node:http';
import { buffer } from 'node:stream/consumers';

const PROBE_EVERY_MS = 200;
const PROBE_WITHIN_MS = 3_000;

export interface Balancer {
  origin: string;
  /** Requests that were given to another process because the first could not be reached. */
  passedOn(): number;
  /** How many processes are sent requests now. */
  upstreams(): number;
  close(): Promise<void>;
}

/**
 * A small balancer: requests go round the processes whose `probe` answers 200, each on a connection of its own. What could
 * not be delivered at all goes to the next one; so does a GET that broke off before its answer began.
 */
export async function startBalancer(port: number, origins: string[], probe: string): Promise<Balancer> {
  const healthy = new Set<string>();
  let [turn, passedOn] = [0, 0];

  async function check(origin: string): Promise<void> {
    const isUp = await fetch(`${origin}${probe}`, { signal: AbortSignal.timeout(PROBE_WITHIN_MS) }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.ok;
      },
      () => false,
    );
    if (isUp) healthy.add(origin);
    else healthy.delete(origin);
  }
  const timers = origins.map((origin) => {
    let isAsking = false;
    return setInterval(async () => {
      if (isAsking) return;
      isAsking = true;
      await check(origin);
      isAsking = false;
    }, PROBE_EVERY_MS);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const start = turn++;
    const up = origins.filter((origin) => healthy.has(origin));
    let reason = 'no process is ready';
    for (let tried = 0; tried < up.length; tried++) {
      const origin = up[(start + tried) % up.length] ?? '';
      try {
        const answered = await ask(origin, request, body);
        response.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
        answered.pipe(response);
        // A half answer must not look like a whole one.
        answered.once('error', () => response.destroy());
        response.once('close', () => answered.destroy());
        return;
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        reason = code ?? message;
        if (code !== 'ECONNREFUSED' && !isRead) break;
        passedOn++;
      }
    }
    response.writeHead(502, { 'content-type': 'text/plain' }).end(`balancer: ${reason}`);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    passedOn: () => passedOn,
    upstreams: () => healthy.size,
    async close() {
      for (const timer of timers) clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function ask(origin: string, request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { connection: _, ...headers } = request.headers;
  const forwarded = [headers['x-forwarded-for'], request.socket.remoteAddress].flat().filter(Boolean);
  const options: RequestOptions = {
    method: request.method,
    agent: false,
    headers: { ...headers, 'x-forwarded-for': forwarded.join(', ') },
  };
  return new Promise((resolve, reject) => {
    const sent = send(`${origin}${request.url}`, options, resolve);
    sent.once('error', reject);
    sent.end(body);
  });
}
