import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics } from 'prom-client';
import type { Settings } from '../settings.ts';

export type MetricsAccess = Pick<Settings, 'publicUrl'> &
  Partial<Pick<Settings, 'trustProxy' | 'metricsToken'>>;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** `/metrics` in Prometheus's format, for whoever holds the token; without a token, for this machine alone. */
export async function metricsRoute(app: FastifyInstance, access: MetricsAccess): Promise<void> {
  const { registry } = app.metrics;
  // Not before somebody asks: they watch the event loop and the garbage collector from then on.
  let areDefaultsThere = false;

  app.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const refusal = findRefusal(request, access);
    if (refusal) {
      if (refusal.status === 401) reply.header('www-authenticate', 'Bearer realm="metrics"');
      const { code, message } = refusal;
      return reply
        .code(refusal.status)
        .send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
    }
    if (!areDefaultsThere) collectDefaultMetrics({ register: registry });
    areDefaultsThere = true;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

interface Refusal {
  status: 401 | 403;
  code: string;
  message: string;
}

function findRefusal(request: FastifyRequest, access: MetricsAccess): Refusal | null {
  if (access.metricsToken) {
    if (isSame(request.headers.authorization, `Bearer ${access.metricsToken}`)) return null;
    return {
      status: 401,
      code: 'UNAUTHENTICATED',
      message: 'Send the metrics token: Authorization: Bearer, then the value of MUSTER_METRICS_TOKEN.',
    };
  }
  if (isFromThisMachine(request, access)) return null;
  return {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Metrics are for this machine alone until the server is given MUSTER_METRICS_TOKEN.',
  };
}

/**
 * Asked here, by the server's own name, with nothing in front: a balancer on the same machine speaks for the public, and
 * a page of another site may have pointed its own name here.
 */
function isFromThisMachine(request: FastifyRequest, { publicUrl, trustProxy }: MetricsAccess): boolean {
  return (
    isLoopback(request.socket.remoteAddress ?? '') &&
    isLoopback(readHostname(`http://${request.headers.host}`)) &&
    isLoopback(readHostname(publicUrl)) &&
    !trustProxy &&
    !Object.keys(request.headers).some((name) => /^(x-forwarded-|x-real-ip$|forwarded$|via$)/.test(name))
  );
}

function readHostname(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[(.*)\]$/, '$1') : '';
}

function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const version = isIP(host);
  return version !== 0 && loopback.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [given ?? '', expected].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
