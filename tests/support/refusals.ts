import { expect } from 'vitest';

/** What a refused request is answered with. */
export interface Refused {
  status: number;
  code: string;
  /** Words of the message: what is wrong, and what would be right. */
  says: RegExp;
}

interface RefusalBody {
  errors: {
    message: string;
    path?: unknown[];
    locations?: unknown[];
    extensions: { code: string; argument?: string; requestId: string };
  }[];
}

// A stack, a statement, a file of ours, a library's or the runtime's.
const INTERNALS =
  /\n\s+at |node_modules|file:\/\/|\.[cm]?[jt]s:\d|SELECT |INSERT |prisma|pglite|\/apps\/|FST_ERR/i;
const LONGEST_MESSAGE = 1_000;

/** Holds an answer to what was promised, and to what binds every refusal: JSON, a code, the request id, no internals. */
export async function expectRefusal(response: Response, { status, code, says }: Refused) {
  const text = await response.text();
  expect(response.headers.get('content-type'), text.slice(0, 300)).toMatch(/json/);
  const [error] = (JSON.parse(text) as RefusalBody).errors;
  expect([response.status, error?.extensions.code, error?.message]).toEqual([
    status,
    code,
    expect.stringMatching(says),
  ]);
  expect(error?.extensions.requestId).toBe(response.headers.get('x-request-id'));
  expect(error?.extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(error?.message.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
  expect(text).not.toMatch(INTERNALS);
  return error;
}

/** The server still answers what is asked rightly. */
export async function expectUp(origin: string): Promise<void> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ program(slug: \\"gsi\\") { slug } }"}',
  });
  expect(await response.json()).toMatchObject({ data: { program: { slug: 'gsi' } } });
}
