import { PASSWORD } from './newsroom.ts';
import type { RunningProduct } from './start.ts';

export interface Administrator {
  /** The session, as a request header. */
  cookie: string;
  email: string;
  ask(query: string, variables?: object): Promise<any>;
}

/** The first administrator of a product, made by the printed link without a browser; `ask` throws what is refused. */
export async function createAdministrator(
  { origin, output }: Pick<RunningProduct, 'origin' | 'output'>,
  name = 'First Administrator',
): Promise<Administrator> {
  const token = /\/admin\/setup#token=(\S+)/.exec(output())?.[1];
  const email = 'first@example.org';
  const headers = { origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ token, name, email, password: PASSWORD });
  const made = await fetch(`${origin}/api/setup`, { method: 'POST', headers, body });
  if (!made.ok) throw new Error(`no administrator was made: ${await made.text()}`);
  const cookie = made.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  return {
    cookie,
    email,
    ask: async (query, variables = {}) => {
      const response = await fetch(`${origin}/graphql`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: any; errors?: unknown };
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}
