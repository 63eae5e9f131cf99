import { createHash } from 'node:crypto';
import type { DoneFuncWithErrOrRes, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { takeAllowance } from '../limits/allowance.ts';
import { charges, limitsOf } from '../limits/limits.ts';
import { keptFor, OPEN, PRIVATE, readAsker, VARY } from './cache-headers.ts';
import { readCodeVersion } from './code-version.ts';
import type { LearnAnswer, SentAnswer } from './quick-answers.ts';
import type { RecordStamp } from './record-stamp.ts';

const MOST_BYTES = 32 * 1024 * 1024;
const MOST_BYTES_OF_ONE = 2 * 1024 * 1024;
/** What an entry takes beside its text. */
const ENTRY_BYTES = 500;

/** Tags of addresses that were asked for are remembered rather than hashed anew. */
const MOST_TAGS = 5_000;

const NOTHING = Buffer.alloc(0);

interface Answer {
  /** Made once, however often it is sent. */
  body: Buffer;
  type: string;
  /** How the bytes are compressed; null: they are not. */
  encoding: string | null;
}

export interface SharedParts {
  /** Of the database; whoever made it stops it. */
  record: RecordStamp;
  publicUrl: string;
  /** Today's day in UTC, `YYYY-MM-DD`. */
  today: () => string;
  /** Told of what is sent from memory. */
  learn: LearnAnswer | undefined;
}

/**
 * Public questions by GET, with a key or without: tagged by all that their answer rests on, answered with 304 or from
 * memory before anything is executed, and kept until the record changes. What may be kept is what `describeAnswers` says
 * may be shared.
 */
export function shareAnswers(app: FastifyInstance, { record, publicUrl, today, learn }: SharedParts): void {
  const answers = new LRUCache<string, Answer>({
    maxSize: MOST_BYTES,
    maxEntrySize: MOST_BYTES_OF_ONE,
    sizeCalculation: ({ body }) => body.length + ENTRY_BYTES,
  });
  record.onChange(() => answers.clear());

  const tags = new WeakMap<FastifyRequest, string>();
  const fromMemory = new WeakMap<FastifyRequest, Pick<SentAnswer, 'stamp' | 'day' | 'tag'>>();
  const basis = [readCodeVersion(), publicUrl];
  const known = new LRUCache<string, string>({ max: MOST_TAGS });
  const tagOf = (parts: readonly string[]) => {
    const text = parts.join('\n');
    const tag = known.get(text) ?? writeTag([...basis, ...parts]);
    known.set(text, tag);
    return tag;
  };

  app.addHook('preHandler', async (request, reply) => {
    if (!isPublicQuestion(request)) return;
    // Where the database does not answer, the question itself will say so.
    const stamp = await record.read().catch(() => null);
    if (stamp === null) return;
    const limit = limitsOf[request.caller?.tier ?? 'ANONYMOUS'].cost;
    const day = today();
    const tag = tagOf([stamp, day, request.headers.accept ?? '', `${limit}`, request.url]);
    const isKnown = listTags(request.headers['if-none-match']).includes(tag);
    const answer = isKnown ? null : (answers.get(nameEncoded(tag, request)) ?? answers.get(tag));
    app.metrics.keptAnswers.inc({ result: nameResult(answer) });
    if (answer === undefined) {
      tags.set(request, tag);
      return;
    }
    await takeAllowance(request, reply, charges.kept);
    reply.headers({ ...OPEN, 'cache-control': keptFor[readAsker(request.headers)], etag: tag });
    fromMemory.set(request, { stamp, day, tag });
    if (answer === null) return reply.code(304).send();
    if (answer.encoding) reply.header('content-encoding', answer.encoding);
    else if (request.headers['accept-encoding']) tags.set(request, tag);
    return reply.type(answer.type).send(answer.body);
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', PRIVATE);
    reply.header('vary', VARY);
    // A change made here is seen here at once, whenever word of it comes round.
    if (request.method === 'POST' && readAsker(request.headers) === 'PERSON') record.forget();
    const tag = tags.get(request);
    if (tag !== undefined && isShared(request, reply) && typeof payload === 'string') {
      reply.header('etag', tag);
      answers.set(tag, { body: Buffer.from(payload), type: readType(reply), encoding: null });
    }
    done(null, payload);
  });

  // After it was compressed, which is done route by route.
  app.addHook('onRoute', (route) => {
    route.onSend = [
      ...[route.onSend ?? []].flat(),
      (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: DoneFuncWithErrOrRes) => {
        const tag = tags.get(request);
        const encoding = reply.getHeader('content-encoding');
        if (tag !== undefined && isShared(request, reply) && encoding && Buffer.isBuffer(payload)) {
          const answer = { body: payload, type: readType(reply), encoding: String(encoding) };
          answers.set(nameEncoded(tag, request), answer);
        }
        const sent = fromMemory.get(request);
        const body = reply.statusCode === 304 ? NOTHING : payload;
        if (sent && learn && Buffer.isBuffer(body)) {
          learn({
            ...{ ...sent, request: request.raw, body },
            ...{ status: reply.statusCode, headers: reply.getHeaders() },
          });
        }
        done(null, payload);
      },
    ];
  });
}

/** What an answer is kept as for callers who take the same encodings. */
function nameEncoded(tag: string, { headers }: FastifyRequest): string {
  return `${tag} ${headers['accept-encoding'] ?? ''}`;
}

function readType(reply: FastifyReply): string {
  return String(reply.getHeader('content-type'));
}

/** Asked in a way that is answered only to those who could read the answer anyway: see Apollo's CSRF prevention. */
function isPublicQuestion({ method, headers }: FastifyRequest): boolean {
  return (
    method === 'GET' &&
    readAsker(headers) !== 'PERSON' &&
    (/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') ||
      Boolean(headers['x-apollo-operation-name'] || headers['apollo-require-preflight']))
  );
}

function nameResult(answer: Answer | null | undefined): 'hit' | 'not_modified' | 'miss' {
  if (answer === null) return 'not_modified';
  return answer === undefined ? 'miss' : 'hit';
}

function isShared({ headers }: FastifyRequest, reply: FastifyReply): boolean {
  return reply.statusCode === 200 && reply.getHeader('cache-control') === keptFor[readAsker(headers)];
}

/** Weak: the same answer may be sent in several encodings. */
export function writeTag(parts: readonly string[]): string {
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/** The tags of an If-None-Match header, all as weak ones, which is how they are compared. */
export function listTags(header: string | undefined): string[] {
  return (header?.match(/"[^"]*"/g) ?? []).map((tag) => `W/${tag}`);
}
