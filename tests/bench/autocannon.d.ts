// What is used here of a library that brings no types.
declare module 'autocannon' {
  interface Request {
    method: 'GET' | 'POST';
    path?: string;
    body?: string;
    setupRequest?: (request: Request) => Request;
  }

  interface Options {
    url: string;
    connections: number;
    /** Seconds; not where `amount` is given. */
    duration?: number;
    /** Requests in all. */
    amount?: number;
    /** Seconds that a request may take. */
    timeout: number;
    headers: Record<string, string>;
    requests: Request[];
  }

  interface Result {
    /** Seconds. */
    duration: number;
    requests: { total: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    errors: number;
    timeouts: number;
    '2xx': number;
    '3xx': number;
    non2xx: number;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
