import type { Database, ReleaseRow } from '@muster/db';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { explainMissing } from './at-release.ts';
import { findRelease } from './modules/release/queries.ts';

type Headers = FastifyRequest['headers'];

/** Told to the web process by the API alone: a page's release, and the day that is its today. */
const RELEASE = 'x-muster-release';
const RELEASE_DAY = 'x-muster-release-day';

const releases = new WeakMap<object, ReleaseRow>();

/** The release that a page is put to, or is about; the name is returned where there is none of it, else null. */
export async function findMissingRelease(db: Database, request: FastifyRequest): Promise<string | null> {
  const { release: asked } = request.query as { release?: string | string[] };
  // Where it is given twice, the first, as the page reads it.
  const name = Array.isArray(asked) ? asked[0] : asked;
  if (name) {
    const release = await findRelease(db, name);
    if (release === null) return name;
    releases.set(request, release);
  }
  const [, subject] = /^\/data\/releases\/([^/?]+)\/?(?:\?|$)/.exec(request.url) ?? [];
  return subject && (await findRelease(db, subject)) === null ? subject : null;
}

/** What the web process is told of the request's release; what a caller claims of it is taken away. */
export function toReleaseHeaders(request: object, headers: Headers): Headers {
  const { [RELEASE]: _, [RELEASE_DAY]: __, ...others } = headers;
  const release = releases.get(request);
  return release ? { ...others, [RELEASE]: release.name, [RELEASE_DAY]: release.knownOn } : others;
}

interface Refusal {
  db: Database;
  webOrigin: string;
  name: string;
  toHeaders: (headers: Headers) => Headers;
}

/** 404: the page that lists the releases, or one line of text in place of a file or an embed. */
export async function refuseRelease(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, webOrigin, name, toHeaders }: Refusal,
): Promise<void> {
  const path = request.url.split('?', 1)[0] ?? '';
  reply.header('cache-control', 'no-store');
  if (request.headers.accept?.includes('text/html') && !/^\/embed(\/|$)|\.\w+$/.test(path)) {
    // Answered as any page, so that it reads without script: Next.js leaves its own 404 to the browser to draw.
    reply.from(`${webOrigin}/data/releases/${encodeURIComponent(name)}`, {
      queryString: {},
      rewriteRequestHeaders: (_, headers) => toHeaders(headers),
      onResponse: (_, page, { stream }) => void page.code(404).send(stream),
    });
    return;
  }
  reply
    .code(404)
    .type('text/plain; charset=utf-8')
    .send(`There is ${await explainMissing(db, name)}.\n`);
}
