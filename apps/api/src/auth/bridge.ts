import { fromNodeHeaders } from 'better-auth/node';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ADDRESS_HEADER } from './address.ts';

/** The caller's headers as the library reads them. The address is the connection's, never what the caller says. */
export function toAuthHeaders(request: FastifyRequest): Headers {
  const headers = fromNodeHeaders(request.headers);
  headers.set(ADDRESS_HEADER, request.ip);
  return headers;
}

/** `body` is the request's text, as it came. */
export function toAuthRequest(request: FastifyRequest, publicUrl: string): Request {
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers: toAuthHeaders(request),
    ...(typeof request.body === 'string' && { body: request.body }),
  });
}

export async function sendAuthResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.status(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  reply.header('cache-control', 'no-store');
  return reply.send(response.body ? await response.text() : null);
}
