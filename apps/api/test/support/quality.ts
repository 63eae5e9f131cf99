import type { Database } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import { type Person, PUBLIC_URL } from './people.ts';

export interface ListedFinding {
  id: string;
  kind: string;
  severity: string;
  sentence: string;
  records: { entity: string; slug: string }[];
  since: string | null;
  moves: number | null;
  remedy: string;
  fingerprint: string;
  dismissal: { reason: string; by: string; version: number; holds: boolean } | null;
}

export interface ListedPage {
  nodes: ListedFinding[];
  totalCount: number;
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export const FINDING = `id kind severity sentence records { entity slug } since moves remedy fingerprint
  dismissal { reason by version holds }`;

/** The quality desk as one person sees it. */
export interface Desk {
  db: Database;
  ask(query: string, variables?: object): Promise<{ data: any; errors: { extensions: { code: string } }[] }>;
  page(args: string): Promise<ListedPage>;
  list(kind: string, dismissed?: boolean): Promise<ListedFinding[]>;
  count(): Promise<Record<string, { open: number; dismissed: number; isComplete: boolean }>>;
  close(): Promise<void>;
}

export function openDesk(parts: { db: Database; app: FastifyInstance; person: Person }): Desk {
  const { db, app, person } = parts;
  const ask: Desk['ask'] = async (query, variables = {}) => {
    const headers = { origin: PUBLIC_URL, cookie: person.cookie };
    const payload = { query, variables };
    const response = await app.inject({ method: 'POST', url: '/graphql', payload, headers });
    const { data = null, errors = [] } = response.json();
    return { data, errors };
  };
  const page: Desk['page'] = async (args) => {
    const { data, errors } = await ask(`{ qualityDesk { findings(${args}) {
      nodes { ${FINDING} } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`);
    expect(errors).toEqual([]);
    return data.qualityDesk.findings;
  };
  return {
    db,
    ask,
    page,
    list: async (kind, dismissed = false) =>
      (await page(`kind: ${kind}, dismissed: ${dismissed}, first: 500`)).nodes,
    count: async () => {
      const { data } = await ask('{ qualityDesk { kinds { kind open dismissed isComplete } } }');
      const tallies: ({ kind: string } & { open: number; dismissed: number; isComplete: boolean })[] =
        data.qualityDesk.kinds;
      return Object.fromEntries(tallies.map(({ kind, ...tally }) => [kind, tally]));
    },
    close: async () => {
      await app.close();
      await db.close();
    },
  };
}
