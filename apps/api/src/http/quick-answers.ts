import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { DASHBOARD_HEADER, findAddressCaller } from '../auth/caller.ts';
import { tellAllowance } from '../limits/allowance.ts';
import { charges } from '../limits/limits.ts';
import { followRequest } from '../requests.ts';
import type { Settings } from '../settings.ts';
import { hasTwoHosts } from './protection.ts';
import type { RecordStamp } from './record-stamp.ts';

const MOST_BYTES = 32 * 1024 * 1024;
/** What an entry takes beside its body: its address and headers. */
const ENTRY_BYTES = 3_000;

/** Of a request, all that an answer to nobody in particular may depend on beside its address. */
const ASKED_BY = [
  'accept',
  'accept-encoding',
  'content-type',
  'x-apollo-operation-name',
  'apollo-require-preflight',
] as const;
/** Who has one of these is somebody, or wants what only Fastify gives. */
const NOT_QUICK = [
  'cookie',
  'authorization',
  DASHBOARD_HEADER,
  'upgrade',
  'expect',
  'content-length',
  'transfer-encoding',
] as const;
/** Told anew with each answer. */
const OF_REQUEST = /^(x-request-id|ratelimit-.*|content-length|date|connection)$/;

interface QuickAnswer {
  /** What the record and the calendar said when it was true. */
  stamp: string;
  day: string;
  tag: string;
  status: number;
  /** Name, value, name, value. */
  headers: string[];
  body: Buffer;
}

interface QuickParts {
  record: RecordStamp;
  today: () => string;
  trustProxy: Settings['trustProxy'];
  isStopping: () => boolean;
}

/** An answer from memory, as Fastify has just sent it to nobody in particular. */
export interface SentAnswer {
  request: IncomingMessage;
  stamp: string;
  day: string;
  tag: string;
  status: number;
  headers: Record<string, number | string | string[] | undefined>;
  body: Buffer;
}

/** Learns an answer that was sent from memory, so that the next who asks in the same way has it before Fastify is asked. */
export type LearnAnswer = (sent: SentAnswer) => void;

/**
 * Answers from memory what was answered from memory before and is still true, in front of Fastify's routing and hooks,
 * which take longer than the answer. Allowances, log and metrics are kept as for all others; spans are not, so it is for
 * servers without a tracer. Whatever is in doubt goes on to Fastify. See decision 0037.
 */
export function answerQuickly(
  app: FastifyInstance,
  { record, today, trustProxy, isStopping }: QuickParts,
): LearnAnswer {
  const answers = new LRUCache<string, QuickAnswer>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }) => body.length + ENTRY_BYTES,
  });
  record.onChange(() => answers.clear());
  const trusted = Array.isArray(trustProxy) ? proxyAddress.compile(trustProxy) : trustProxy;

  function find(request: IncomingMessage): QuickAnswer | null {
    const answer = answers.get(nameQuestion(request));
    if (!answer || answer.stamp !== record.readKept() || answer.day !== today()) return null;
    if (isStopping() || NOT_QUICK.some((name) => request.headers[name] !== undefined)) return null;
    // Where the caller has the answer already, or had another, Fastify compares.
    const given = request.headers['if-none-match'];
    const isSame = answer.status === 304 ? given === answer.tag : given === undefined;
    return isSame && !hasTwoHosts(request) ? answer : null;
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    { status, headers, body }: QuickAnswer,
    ask: () => void,
  ): Promise<void> {
    const ip = trusted ? proxyAddress(request, trusted) : (request.socket.remoteAddress ?? '');
    const allowance = await app.fairUse.allowances.take(findAddressCaller({ ip }), charges.kept);
    if (allowance?.isSpent) return ask();
    const current = { id: randomUUID(), log: app.log };
    const { method = '', url = '' } = request;
    followRequest(app, response, () => ({
      ...{ request: null, current, method, url, route: '/graphql', length: body.length },
    }));
    app.metrics.keptAnswers.inc({ result: status === 304 ? 'not_modified' : 'hit' });
    const own = ['x-request-id', current.id, ...Object.entries(tellAllowance(allowance)).flat()];
    response.writeHead(status, [...headers, ...own]);
    response.end(body);
  }

  // Fastify has set up its server; only who hears of a request first is another.
  const [askFastify] = app.server.listeners('request') as ((...given: unknown[]) => void)[];
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    const ask = () => askFastify?.call(app.server, request, response);
    const found = request.method === 'GET' ? find(request) : null;
    if (found) answer(request, response, found, ask).catch((error) => response.destroy(error));
    else ask();
  });

  return ({ request, headers, ...sent }) => {
    const isNobody = NOT_QUICK.every((name) => request.headers[name] === undefined);
    if (!isNobody || sent.stamp !== record.readKept()) return;
    const kept = Object.entries(headers).filter(([name]) => !OF_REQUEST.test(name));
    const length = sent.status === 304 ? [] : ['content-length', String(sent.body.length)];
    answers.set(nameQuestion(request), {
      ...sent,
      headers: [...kept.flatMap(([name, value]) => [name, String(value)]), ...length],
    });
  };
}

function nameQuestion({ url, headers }: IncomingMessage): string {
  let name = url ?? '';
  for (const header of ASKED_BY) name += `\n${headers[header] ?? ''}`;
  // One who has an answer is told whether it still holds.
  return headers['if-none-match'] === undefined ? name : `${name}\n304`;
}
