import type { Database, ReleaseRow } from '@muster/db';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { explainMissing } from './at-release.ts';
import { findRelease } from './modules/release/queries.ts';

type Headers = FastifyRequest['headers'];

/** Told to the web process by the API alone: a page's release, and the day that is its today. */
const RELEASE = 'x-muster-release';
const RELEASE_DAY = 'x-muster-release-day';
/** Where releases have their pages. */
const FOLDER = '/data/releases/';

const releases = new WeakMap<object, ReleaseRow>();

/** Finds the release that a page is put to; its name is returned where there is none, else null. */
export async function findMissingRelease(db: Database, request: FastifyRequest): Promise<string | null> {
  const { release: asked } = request.query as { release?: string | string[] };
  // Where it is given twice, the first, as the page reads it.
  const name = Array.isArray(asked) ? asked[0] : asked;
  if (!name) return null;
  const release = await findRelease(db, name);
  if (release === null) return name;
  releases.set(request, release);
  return null;
}

/** What the web process is told of the request's release; what a caller claims of it is taken away. */
export function toReleaseHeaders(request: object, headers: Headers): Headers {
  const { [RELEASE]: _, [RELEASE_DAY]: __, ...others } = headers;
  const release = releases.get(request);
  return release ? { ...others, [RELEASE]: release.name, [RELEASE_DAY]: release.knownOn } : others;
}

/** To the page that lists the releases; in place of a file or an embed one line of text. */
export async function refuseRelease(
  db: Database,
  name: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const path = request.url.split('?', 1)[0] ?? '';
  reply.header('cache-control', 'no-store');
  if (request.headers.accept?.includes('text/html') && !/^\/embed(\/|$)|\.\w+$/.test(path)) {
    reply.redirect(`${FOLDER}${encodeURIComponent(name)}`);
    return;
  }
  reply
    .code(404)
    .type('text/plain; charset=utf-8')
    .send(`There is ${await explainMissing(db, name)}.\n`);
}

/** Whether the page in hand is of a release that there is not. Next.js would leave its own 404 to the browser to draw. */
export async function isMissingPage(db: Database, url: string): Promise<boolean> {
  if (!url.startsWith(FOLDER)) return false;
  const [name = '', ...rest] = url.slice(FOLDER.length).split(/[?#]/, 1)[0]?.split('/') ?? [];
  return rest.every((part) => part === '') && (await findRelease(db, name)) === null;
}
