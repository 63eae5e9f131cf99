import { bumpDataRevision, type Database } from '@muster/db';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../src/server.ts';
import { databases, isOfState, openSeeded } from './support/databases.ts';
import { TODAY } from './support/today.ts';

const RANGES = 'pledged { low high } due { low high } reported { low high }';
const QUESTIONS = {
  totals: `{ totals { ${RANGES} contributions { count { slug title } } excluded { count { slug title } reason } } }`,
  'totals without proof': `{ totals { ${RANGES} } }`,
  series: `{ series(interval: YEAR, from: "2016-01-01", to: "2026-01-01") { points { start ${RANGES} } } }`,
  'a country': `{ country(iso3: "KAZ") { commitments(first: 50) { totalCount nodes { slug claims { source { title } } } }
    reportedTotals(first: 50) { totalCount nodes { slug } } } totals(filter: { country: "KAZ" }) { ${RANGES} } }`,
};
/** Part of another, perhaps; renewed by a third; for a group of countries. */
const SLUG = 'cn-sco-2018-2000';

describe.each(databases)('answers while the record changes, on %s', (kind) => {
  let seeded: Database;
  let app: FastifyInstance;
  /** Told after each statement that a question put straight to the database. */
  let tell: (statement: number) => Promise<void>;
  let statements = 0;

  beforeAll(async () => {
    seeded = await openSeeded(kind);
    const db: Database = {
      ...seeded,
      query: async (sql, ...asked) => {
        const rows = await seeded.query(sql, ...asked);
        if (!isOfState(sql)) await tell(++statements);
        return rows as never;
      },
    };
    app = await createServer({
      db,
      settings: {
        logLevel: 'silent',
        webOrigin: undefined,
        publicUrl: 'http://localhost',
        secret: 'x'.repeat(40),
      },
      today: () => TODAY,
    });
  });
  afterAll(async () => {
    await app.close();
    await seeded.close();
  });

  async function ask(query: string, told: typeof tell = async () => {}) {
    tell = told;
    statements = 0;
    const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
    const { data, errors } = response.json();
    return { data, errors };
  }

  async function set(state: 'PUBLISHED' | 'RETRACTED'): Promise<void> {
    await seeded.prisma.$transaction(async (transaction) => {
      await transaction.count.update({
        where: { slug: SLUG },
        data: { state, retractedReason: state === 'RETRACTED' ? 'Withdrawn.' : null },
      });
      await bumpDataRevision(transaction);
    });
  }

  test.each(Object.entries(QUESTIONS))(
    '%s are of one state, whichever statement it changes after',
    async (_, query) => {
      const whole = await ask(query);
      expect(whole.errors).toBeUndefined();
      const most = statements;
      expect(most).toBeGreaterThan(1);
      for (let at = 1; at <= most; at += 1) {
        const answer = await ask(query, async (statement) => {
          if (statement === at) await set('RETRACTED');
        });
        const afterwards = await ask(query);
        expect(afterwards).not.toEqual(whole);
        expect(answer, `a change after statement ${at} of ${most}`).toEqual(afterwards);
        await set('PUBLISHED');
      }
      expect(await ask(query)).toEqual(whole);
    },
  );

  test('a record that never rests is answered all the same, after three tries', async () => {
    const before = await ask(QUESTIONS['totals without proof']);
    const once = statements;
    const answer = await ask(QUESTIONS['totals without proof'], () => set('PUBLISHED'));
    expect(answer).toEqual(before);
    expect(statements).toBe(3 * once);
  });
});

test('a question whose time goes by while the database says nothing is told so, with 503', async () => {
  const seeded = await openSeeded('pglite');
  const silence = Promise.withResolvers<never>();
  const app = await createServer({
    db: {
      ...seeded,
      query: (sql, ...asked) => (isOfState(sql) ? silence.promise : seeded.query(sql, ...asked)),
    },
    settings: {
      logLevel: 'silent',
      webOrigin: undefined,
      publicUrl: 'http://localhost',
      secret: 'x'.repeat(40),
      queryMs: 1_000,
    },
    today: () => TODAY,
  });
  const ask = (query: string) => app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const reads = await ask('{ countries(first: 1) { totalCount } }');
  expect(reads.statusCode).toBe(503);
  expect(reads.headers['retry-after']).toBe('5');
  expect(reads.json().errors).toMatchObject([{ extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
  const readsNothing = await ask('{ __typename }');
  expect(readsNothing.json()).toMatchObject({ data: { __typename: 'Query' } });
  silence.reject(new Error('gone'));
  await app.close();
  await seeded.close();
}, 30_000);
