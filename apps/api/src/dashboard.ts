import proxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy';
import type { Database, ReleaseRow } from '@muster/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { explainMissing } from './at-release.ts';
import { findRelease } from './modules/release/queries.ts';

type Headers = FastifyRequest['headers'];

const NOT_UP_YET = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Muster</title>
<p>The dashboard is not up yet. This page tries again by itself.</p></html>
`;

/** Set here alone: a page's release, and the day that is its today. */
const RELEASE = 'x-muster-release';
const RELEASE_DAY = 'x-muster-release-day';

const releases = new WeakMap<FastifyRequest, ReleaseRow>();

/** Passes on to the web process whatever no other route answers; never what is under /graphql. */
export async function dashboardRoutes(
  app: FastifyInstance,
  { db, webOrigin }: { db: Database; webOrigin: string },
): Promise<void> {
  await app.register(proxy, {
    upstream: webOrigin,
    websocket: true,
    disableRequestLogging: true,
    // With a callback, as its type wants it; errors reach Fastify through it.
    preHandler: (request, reply, done) => {
      if (!/^\/graphql(?![\w.-])/.test(request.url)) {
        findAskedRelease(db, request)
          .then((asked) => {
            if (asked === null) return done();
            if ('missing' in asked) return refuseRelease(db, webOrigin, request, reply, asked.missing);
            releases.set(request, asked);
            done();
          })
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
      rewriteRequestHeaders: (request, { [RELEASE]: _, [RELEASE_DAY]: __, ...headers }) => ({
        ...headers,
        ...forwardedHeaders(request),
        ...releaseHeaders(request as FastifyRequest),
      }),
      rewriteHeaders: ({ 'x-request-id': _, ...headers }) => headers,
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

function releaseHeaders(request: FastifyRequest): Headers {
  const release = releases.get(request);
  return release ? { [RELEASE]: release.name, [RELEASE_DAY]: release.knownOn } : {};
}

/** The release of a page's address; where it is given twice, the first, as the page reads it. */
async function findAskedRelease(
  db: Database,
  request: FastifyRequest,
): Promise<ReleaseRow | { missing: string } | null> {
  const { release } = request.query as { release?: string | string[] };
  const name = Array.isArray(release) ? release[0] : release;
  if (!name) return null;
  return (await findRelease(db, name)) ?? { missing: name };
}

/** 404: the page that lists the releases, or one line of text in place of a file or an embed. */
async function refuseRelease(
  db: Database,
  webOrigin: string,
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
): Promise<void> {
  const path = request.url.split('?', 1)[0] ?? '';
  const isPage = request.headers.accept?.includes('text/html') && !/^\/embed(\/|$)|\.\w+$/.test(path);
  if (isPage) {
    reply.from(`${webOrigin}/data/releases/${encodeURIComponent(name)}`, {
      queryString: {},
      rewriteRequestHeaders: (_, headers) => ({ ...headers, ...forwardedHeaders(request) }),
    });
    return;
  }
  reply.code(404).header('cache-control', 'no-store').type('text/plain; charset=utf-8');
  reply.send(`There is ${await explainMissing(db, name)}.\n`);
}
