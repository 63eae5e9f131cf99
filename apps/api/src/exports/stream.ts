import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Whoever takes nothing for so long is taken to be gone. */
const IDLE_MS = 60_000;

/**
 * What is written, as a stream that asks for more only when the last was taken. `end` is called once, when all is sent or
 * the caller has hung up.
 */
export function streamRows(
  written: AsyncIterable<string | Uint8Array>,
  reply: FastifyReply,
  end: () => Promise<void>,
): Readable {
  // In bytes: in object mode sixteen batches would be read ahead.
  const stream = Readable.from(written, { objectMode: false });
  stream.once('close', () => void end());
  reply.raw.setTimeout(IDLE_MS, () => reply.raw.destroy());
  return stream;
}
