import { Readable } from 'node:stream';
import type { Database } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { explainMissing } from './at-release.ts';
import {
  findRelease,
  findReleaseFile,
  findReleaseFiles,
  readReleaseFile,
} from './modules/release/queries.ts';

const YEAR_S = 31_536_000;

/** `/data/releases/2026-11-25/commitments.csv` and its neighbours: byte for byte as they were released. */
export async function releaseFileRoutes(app: FastifyInstance, { db }: { db: Database }): Promise<void> {
  app.get<{ Params: { name: string; file: string } }>(
    '/data/releases/:name/:file',
    async (request, reply) => {
      const { name, file: fileName } = request.params;
      if (fileName === '') return reply.redirect(`/data/releases/${encodeURIComponent(name)}`);
      const refuse = (words: string) =>
        reply
          .code(404)
          .header('cache-control', 'no-store')
          .type('text/plain; charset=utf-8')
          .send(`${words}\n`);
      const release = await findRelease(db, name);
      if (release === null) return refuse(`There is ${await explainMissing(db, name)}.`);
      const file = await findReleaseFile(db, name, fileName);
      if (file === null) {
        const names = (await findReleaseFiles(db, name)).map((it) => it.name);
        return refuse(
          `Release ${name} holds no file “${fileName.slice(0, 60)}”; it holds ${names.join(', ')}.`,
        );
      }
      const etag = `"${file.sha256}"`;
      reply
        .header('cache-control', `public, max-age=${YEAR_S}, immutable`)
        .header('etag', etag)
        .header('access-control-allow-origin', '*')
        .header('content-disposition', `inline; filename="muster-${name}-${file.name}"`)
        .type(file.mediaType);
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      reply.header('content-length', file.bytes);
      if (request.method === 'HEAD') return reply.send();
      return reply.send(Readable.from(readReleaseFile(db, file)));
    },
  );
}
