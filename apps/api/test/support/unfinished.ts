import { createServer, type Server, type ServerResponse, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  status: number;
  body: string;
}

/** A question whose last byte is not yet sent: in flight until `finish`. */
export function beginQuestion(origin: string, query: string): { finish(): Promise<Reply> } {
  const body = JSON.stringify({ query });
  const request = sendRequest(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  const answered = new Promise<Reply>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.once('error', reject);
    });
  });
  // Told to whoever calls `finish`.
  answered.catch(() => {});
  request.write(body.slice(0, -1));
  return {
    finish: () => {
      request.end(body.slice(-1));
      return answered;
    },
  };
}

export interface SlowWeb {
  origin: string;
  /** Headers of each request that it was passed. */
  asked: Record<string, unknown>[];
  /** Writes the rest of every page that was begun. */
  finish(): void;
  close(): void;
}

export const PAGE_BEGINS = '<p>Officers trained.</p>'.repeat(100);
export const PAGE_ENDS = '<p>The end.</p>';

/** In place of the dashboard: pages that begin at once and end when told. */
export async function startSlowWeb(): Promise<SlowWeb> {
  const begun: ServerResponse[] = [];
  const asked: Record<string, unknown>[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.headers);
    response.setHeader('content-type', 'text/html; charset=utf-8').write(PAGE_BEGINS);
    begun.push(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    finish: () => {
      for (const response of begun.splice(0)) response.end(PAGE_ENDS);
    },
    close: () => server.close(),
  };
}
