import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from '../errors.ts';
import { FILE_POLICY, makeNonce, writePagePolicy } from './page-policy.ts';

type Headers = FastifyRequest['headers'];

/** Next.js reads the nonce for its scripts from the policy of the request. */
const POLICY = 'content-security-policy';
const YEAR_S = 31_536_000;
/** None of our pages asks for any of these. */
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

export interface ProtectionParts {
  publicUrl: string;
  /** Whether pages come from Next.js' development server. */
  isDevelopment?: boolean;
}

const policies = new WeakMap<FastifyRequest, string>();

declare module 'fastify' {
  interface FastifyInstance {
    isDevelopment: boolean;
  }
}

/** What browsers are to hold every answer to, unless its route says otherwise: OWASP's secure headers. See decision 0034. */
export function protectAnswers(
  app: FastifyInstance,
  { publicUrl, isDevelopment = false }: ProtectionParts,
): void {
  const always = {
    'x-content-type-options': 'nosniff',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${YEAR_S}` }),
  };
  const ofPages = {
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': PERMISSIONS,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
  app.decorate('isDevelopment', isDevelopment);
  app.addHook('onRequest', ({ raw }, _, done) => done(hasTwoHosts(raw) ? twoHosts() : undefined));
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.headers(always);
    // A browser would put the policy of a 304 in place of the one that came with the page it kept.
    const type = reply.statusCode === 304 ? null : reply.getHeader('content-type');
    if (typeof type === 'string' && !reply.hasHeader(POLICY)) {
      const isPage = type.startsWith('text/html');
      if (isPage) reply.headers(ofPages);
      // A script's own policy would bind the worker that it may be.
      if (!type.includes('javascript')) {
        reply.header(POLICY, (isPage && policies.get(request)) || FILE_POLICY);
      }
    }
    done(null, payload);
  });
}

/** Tells the web process the policy of the page that it is asked for, in place of what a caller may claim it is. */
export function toPolicyHeaders(request: FastifyRequest, headers: Headers): Headers {
  const policy = writePagePolicy(makeNonce(), { isDevelopment: request.server.isDevelopment });
  policies.set(request, policy);
  return { ...headers, [POLICY]: policy };
}

/** Of two hosts, what stands in front may have read the other (RFC 9112, 3.2). Node.js takes the first. */
export function hasTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

function twoHosts(): RefusalError {
  return new RefusalError(400, { code: 'BAD_REQUEST', message: 'The request names two hosts; name one.' });
}
