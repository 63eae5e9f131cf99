import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below this an answer fits one packet as it is. */
const THRESHOLD = 1024;

/**
 * Brotli or gzip for what the routes of this scope send from here on. Files of releases are not among them: their
 * length and strong tag are those of the bytes as released.
 */
export async function compressAnswers(scope: FastifyInstance): Promise<void> {
  await scope.register(compress, {
    threshold: THRESHOLD,
    encodings: ['br', 'gzip'],
    // What was compressed by the caller could be far larger than the limit of a body.
    globalDecompression: false,
    // Pages are written in pieces, and each must reach the reader as it comes.
    brotliOptions: {
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
    },
    zlibOptions: { flush: constants.Z_SYNC_FLUSH },
  });
  // After those of the library, which adds its own hooks route by route.
  scope.addHook('onRoute', (route) => {
    route.onSend = [
      ...[route.onSend ?? []].flat(),
      async (_, reply, payload) => {
        const tag = reply.getHeader('etag');
        // A strong tag promises the same bytes (RFC 9110, 8.8.3).
        if (reply.hasHeader('content-encoding') && typeof tag === 'string' && tag.startsWith('"')) {
          reply.header('etag', `W/${tag}`);
        }
        const vary = [reply.getHeader('vary') ?? []].flat().join(', ');
        if (!/accept-encoding/i.test(vary)) {
          reply.header('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding');
        }
        return payload;
      },
    ];
  });
}
