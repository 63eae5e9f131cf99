import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Where the dashboard has the page to try questions on. */
const PAGE = '/developers/query';
/** What of an address at /graphql the page understands. */
const KEPT = ['query', 'variables', 'release'];

/**
 * A browser that opens /graphql is sent to the dashboard's query page, with the question and the release of its address;
 * nothing of a foreign host is loaded. Programs, which do not ask for HTML, are answered by GraphQL as ever.
 */
export function sendBrowsersToQueryPage(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!/^\/graphql\/?(\?|$)/.test(request.url) || !isBrowserAtDoor(request)) done();
    else reply.header('vary', 'accept').redirect(writeAddress(request));
  });
}

// What sends one of these headers would be answered by GraphQL even where it takes HTML, too.
function isBrowserAtDoor({ method, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (headers['content-type'] || headers['apollo-require-preflight'] || headers['x-apollo-operation-name']) {
    return false;
  }
  return headers.accept?.includes('text/html') ?? false;
}

function writeAddress(request: FastifyRequest): string {
  const asked = request.query as Record<string, string | string[] | undefined>;
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = asked[name];
    if (typeof value === 'string' && value) kept.append(name, value);
  }
  return kept.size > 0 ? `${PAGE}?${kept}` : PAGE;
}
