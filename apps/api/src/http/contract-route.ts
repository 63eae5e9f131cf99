import type { FastifyInstance } from 'fastify';
import { OPEN, SHARED } from './cache-headers.ts';
import { compressAnswers } from './compression.ts';
import { listTags, writeTag } from './shared-answers.ts';

/** `/schema.graphql`: the SDL that the API answers by, with all its descriptions. */
export async function contractRoute(app: FastifyInstance, { sdl }: { sdl: string }): Promise<void> {
  await compressAnswers(app);
  const tag = writeTag([sdl]);
  app.get('/schema.graphql', async (request, reply) => {
    reply.headers({ ...OPEN, 'cache-control': SHARED, etag: tag });
    if (listTags(request.headers['if-none-match']).includes(tag)) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(sdl);
  });
}
