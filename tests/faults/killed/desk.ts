/** No answer: the server was gone before it told what became of the request. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

/** An answer that tells of a trouble of the server's own. */
export class Troubled extends Error {
  override name = 'Troubled';
}

export const PUBLIC_URL = 'http://localhost:3000';

/** An administrator's requests, as their browser would send them. */
export interface Desk {
  /** The data of a question or a change. Throws NoAnswer, or Troubled. */
  ask(query: string, variables?: object): Promise<any>;
  /** Below /api/admin/import. */
  importing(path: string, body?: object | string): Promise<any>;
}

export function openDesk(origin: string, cookie: string): Desk {
  const headers = { origin: PUBLIC_URL, cookie, 'content-type': 'application/json' };
  return {
    async ask(query, variables = {}) {
      const body = JSON.stringify({ query, variables });
      const answer = await read(await send(`${origin}/graphql`, { method: 'POST', headers, body }));
      if (answer.errors)
        throw new Troubled(`${answer.errors[0].extensions?.code}: ${answer.errors[0].message}`);
      return answer.data;
    },
    async importing(path, body) {
      const isFile = typeof body === 'string';
      const request = {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...headers, ...(isFile && { 'content-type': 'application/octet-stream' }) },
        ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
      };
      return read(await send(`${origin}/api/admin/import${path}`, request));
    },
  };
}

/** As `fetch`; NoAnswer where the connection was refused or cut. */
export async function send(
  url: string,
  request: RequestInit = {},
): Promise<{ response: Response; body: string }> {
  try {
    const response = await fetch(url, request);
    return { response, body: await response.text() };
  } catch (error) {
    throw new NoAnswer(`no answer of ${url}`, { cause: error });
  }
}

async function read({ response, body }: { response: Response; body: string }): Promise<any> {
  if (response.status >= 400) throw new Troubled(`${response.status}: ${body.slice(0, 200)}`);
  return JSON.parse(body);
}
