import type { Server } from 'node:http';
import type { FastifyHttpOptions, FastifyInstance, FastifyRequest } from 'fastify';
import { replyToLateRequest } from '../requests.ts';

/** For a body of ordinary size, 1 MB at most: a slow line still brings 35 kB in a second. */
export const BODY_MS = 30_000;

/** Of every request, large files to be imported included; Node.js answers 408 past them. Looked at every few seconds. */
export const SERVER_LIMITS = {
  requestTimeout: 15 * 60_000,
  http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
} satisfies FastifyHttpOptions<Server>;

/** Cuts off whoever begins a body and does not bring it to its end. Routes that take files take their time. */
export function limitArrival(app: FastifyInstance, bodyMs: number): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  app.addHook('onRequest', (request, reply, done) => {
    const { bodyLimit } = request.routeOptions;
    if (hasBody(request) && (bodyLimit ?? 0) <= (app.initialConfig.bodyLimit ?? 0)) {
      const timer = setTimeout(() => replyToLateRequest(request.raw.socket), bodyMs);
      timers.set(request, timer);
      reply.raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
  app.addHook('preValidation', (request, _, done) => {
    clearTimeout(timers.get(request));
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
