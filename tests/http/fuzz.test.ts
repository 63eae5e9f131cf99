import { buildSchema, type GraphQLSchema } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { startPostgres } from '../../prisma/src/testing.ts';
import { type RunningApi, startApi } from '../support/api-process.ts';
import { findKnown } from '../support/fuzz/known.ts';
import { type FuzzQuery, makeQuery } from '../support/fuzz/query.ts';
import { expectUp } from '../support/refusals.ts';

/** Another one may be tried by hand: MUSTER_FUZZ_SEED=7000 starts at the query of seed 7000. */
const FIRST_SEED = Number(process.env.MUSTER_FUZZ_SEED ?? 1);
const AT_ONCE = 4;
const MOST_TOLD = 5;
/** One in so many is asked again until it is executed by code made for it, and must be answered to the byte as before. */
const ASKED_AGAIN = 8;

interface Reply {
  data?: unknown;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const cluster = await startPostgres();
afterAll(() => cluster?.stop());

describe.each([
  ['PGlite', 2_000, {}],
  ['PostgreSQL', 400, { DATABASE_URL: cluster?.url ?? '' }],
] as const)('on %s', (name, queries, env) => {
  test.skipIf(name === 'PostgreSQL' && !cluster)(
    `${queries} generated queries find no fault of ours, each refusal has its code, and the server stays up`,
    async () => {
      // All come from one address, at once.
      const api = await startApi({ MUSTER_RATE_LIMIT: '0', ...env });
      try {
        await fuzz(api, queries);
      } finally {
        await api.stop();
      }
    },
    // Well under a minute on two cores that are free; this is for those that are not.
    600_000,
  );
});

async function fuzz(api: RunningApi, queries: number): Promise<void> {
  const schema = buildSchema(await (await fetch(`${api.origin}/schema.graphql`)).text());
  const known = await findKnown(api.origin);
  const faults: string[] = [];
  const answered = new Set<string>();
  const codes = new Set<string>();
  let seed = FIRST_SEED;

  async function askOn(): Promise<void> {
    while (seed < FIRST_SEED + queries && api.isUp() && faults.length < MOST_TOLD) {
      const asked = makeQuery(schema, seed++, known);
      const { status, text } = await ask(api, asked);
      const reply = JSON.parse(text) as Reply;
      if (asked.seed % ASKED_AGAIN === 0) {
        await ask(api, asked);
        const again = await ask(api, asked);
        if (again.text !== text) faults.push(describeFault(asked, again.status, JSON.parse(again.text)));
      }
      const found = (reply.errors ?? []).map(({ extensions }) => extensions?.code);
      for (const code of found) if (code) codes.add(code);
      const isFault = found.some((code) => !code || code === 'INTERNAL_SERVER_ERROR') || status >= 500;
      if (isFault) faults.push(describeFault(asked, status, reply));
      else if (!reply.errors) answered.add(asked.root);
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  expect(faults.join('\n\n')).toBe('');
  expect(api.isUp()).toBe(true);
  await expectUp(api.origin);
  expect(api.log()).not.toContain('"level":50');
  // Or it would have found nothing because it asked nothing.
  const roots = listRoots(schema);
  const unasked = roots.filter((root) => !answered.has(root));
  // Few queries miss some roots by chance.
  expect(unasked.length, unasked.join()).toBeLessThanOrEqual(queries < 2_000 ? roots.length / 4 : 0);
  expect([...codes]).toEqual(expect.arrayContaining(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']));
}

async function ask({ origin }: RunningApi, { seed, query, variables }: FuzzQuery) {
  try {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables, extensions: { seed } }),
    });
    const text = await response.text();
    return { status: response.status, text: text.replaceAll(/"requestId":"[^"]+"/g, '"requestId":""') };
  } catch (error) {
    const { cause } = error as Error;
    return { status: 0, text: JSON.stringify({ errors: [{ message: `${error}: ${cause}` }] }) };
  }
}

function listRoots(schema: GraphQLSchema): string[] {
  return Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((root) => !OF_EDITORS.test(root));
}

/** Answered with an error for as long as nobody signs in. */
const OF_EDITORS =
  /^(editable.*|recordHistory|reviewQueue|myDrafts|previewRecord|comments|apiKeys|people|ownAccount|auditLog|qualityDesk|sendsMail)$/;

function describeFault({ seed, query, variables }: FuzzQuery, status: number, reply: Reply): string {
  return `seed ${seed}: ${status}\n${query}\nvariables ${JSON.stringify(variables)}\n${JSON.stringify(reply.errors?.slice(0, 2))}`;
}
