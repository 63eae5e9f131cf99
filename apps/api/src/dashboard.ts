import proxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import { type Database, readDataRevision } from '@muster/db';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from './errors.ts';
import { compressAnswers } from './http/compression.ts';
import { toPolicyHeaders } from './http/protection.ts';
import { RETRY_AFTER_S } from './http/unavailable.ts';
import { findMissingRelease, isMissingPage, refuseRelease, toReleaseHeaders } from './release-pages.ts';
import { writeTraceHeaders } from './telemetry/traces.ts';
import { readWithin } from './within.ts';

const ANSWER_WITHIN_MS = 1_000;

type Headers = FastifyRequest['headers'];

const NOT_UP_YET = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Muster</title>
<p>The dashboard is not up yet. This page tries again by itself.</p></html>
`;

/** Passes on to the web process whatever no other route answers; never what is under /graphql. */
export async function dashboardRoutes(
  app: FastifyInstance,
  { db, webOrigin }: { db: Database; webOrigin: string },
): Promise<void> {
  await compressAnswers(app);
  await app.register(proxy, {
    upstream: webOrigin,
    websocket: true,
    disableRequestLogging: true,
    preHandler: (request, reply, done) => {
      if (!/^\/graphql(?![\w.-])/.test(request.url)) {
        if (request.url.includes('%00')) {
          done(
            new RefusalError(400, {
              code: 'BAD_REQUEST',
              message: 'The address holds %00, which names nothing.',
            }),
          );
          return;
        }
        findMissingRelease(db, request)
          .then((name) => (name === null ? done() : refuseRelease(db, name, request, reply)))
          .catch(done);
        return;
      }
      reply.code(404).send({
        errors: [
          {
            message: 'GraphQL is at /graphql, by GET or POST.',
            extensions: { code: 'NOT_FOUND', requestId: request.id },
          },
        ],
      });
    },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => rewriteHeaders(request as FastifyRequest, headers),
      // How the web process keeps its connection with us says nothing of ours with the reader (RFC 9110, 7.6.1).
      rewriteHeaders: ({ 'x-request-id': _, connection: __, 'keep-alive': ___, ...headers }) => headers,
      onResponse: async (request, reply, { stream }) => {
        if (await isMissingPage(db, request.url).catch(() => false)) reply.code(404);
        // A page without its data says so and no more; why is known here.
        if (reply.statusCode === 500 && !(await isAnswering(db)))
          reply.code(503).header('retry-after', RETRY_AFTER_S).header('cache-control', 'no-store');
        reply.send(stream);
      },
      onError: (reply) => {
        reply.code(503).header('retry-after', '2').header('cache-control', 'no-store');
        reply.type('text/html; charset=utf-8').send(NOT_UP_YET);
      },
    },
    wsClientOptions: {
      rewriteRequestHeaders: (headers: Headers, request: FastifyRequest) => ({
        ...headers,
        // An undefined header is an error to the client, which would then never open.
        ...(request.headers.cookie && { cookie: request.headers.cookie }),
        ...forwardedHeaders(request),
      }),
    } as FastifyHttpProxyOptions['wsClientOptions'],
  });
}

function isAnswering(db: Database): Promise<boolean> {
  return readWithin(ANSWER_WITHIN_MS, readDataRevision(db)).then(
    () => true,
    () => false,
  );
}

function rewriteHeaders(request: FastifyRequest, headers: Headers): Headers {
  return {
    ...toPolicyHeaders(request, toReleaseHeaders(request, headers)),
    ...writeTraceHeaders(request),
    ...forwardedHeaders(request),
    'x-request-id': request.id,
  };
}

/**
 * The address as the reader typed it: pages make their links and origin checks of it. What a caller claims of that is
 * passed on only where it comes from a trusted balancer (Fastify's `trustProxy`).
 */
function forwardedHeaders(request: Pick<FastifyRequest, 'headers' | 'host' | 'protocol' | 'ip'>): Headers {
  return {
    host: request.headers.host,
    'x-forwarded-host': request.host,
    'x-forwarded-proto': request.protocol,
    'x-forwarded-for': request.ip,
  };
}
