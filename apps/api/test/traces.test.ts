import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createServer } from '../src/server.ts';
import { startTracing, type Tracing } from '../src/telemetry/exporter.ts';
import { type CollectedSpan, type Collector, readAttribute, startCollector } from './support/collector.ts';
import { databases, isOfState, openSeeded } from './support/databases.ts';
import { SECRET } from './support/newsroom.ts';
import { PUBLIC_URL } from './support/people.ts';
import { PAGE_BEGINS, startSlowWeb } from './support/unfinished.ts';

const CALLER = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const TRACEPARENT = `00-${CALLER.traceId}-${CALLER.spanId}-01`;

const QUERY = `query Listed($program: [String!]) {
  commitments(first: 3, filter: { program: $program }) { nodes { slug program { name } claims { fragment } } }
  programs(first: 1) { totalCount }
}`;

let collector: Collector;
let tracing: Tracing;
const complaints: string[] = [];
beforeAll(async () => {
  // Only when they are asked for: a batch that is under way is not waited for.
  vi.stubEnv('OTEL_BSP_SCHEDULE_DELAY', '3600000');
  collector = await startCollector();
  tracing = startTracing({
    endpoint: collector.endpoint,
    serviceName: 'muster-test',
    log: (line) => void complaints.push(line),
  });
});
afterAll(async () => {
  await tracing.stop();
  vi.unstubAllEnvs();
  collector.close();
  expect(complaints).toEqual([]);
});

describe.each(databases)('traces on %s', (kind) => {
  let db: Awaited<ReturnType<typeof openSeeded>>;
  let app: Awaited<ReturnType<typeof createServer>>;
  let web: Awaited<ReturnType<typeof startSlowWeb>>;
  const lines: string[] = [];
  beforeAll(async () => {
    db = await openSeeded(kind);
    web = await startSlowWeb();
    app = await createServer({
      db,
      settings: { logLevel: 'info', webOrigin: web.origin, publicUrl: PUBLIC_URL, secret: SECRET },
      tracer: tracing.tracer,
      logTo: { write: (line) => void lines.push(line) },
    });
  });
  afterAll(async () => {
    await app.close();
    await db.close();
    web.close();
  });

  /** All that came of a question, once it was sent. */
  async function collect(work: () => Promise<unknown>): Promise<CollectedSpan[]> {
    collector.spans.length = 0;
    await work();
    await tracing.flush();
    return [...collector.spans];
  }

  const ask = (query: string, variables = {}) =>
    app.inject({
      method: 'POST',
      url: '/graphql?tell-nobody',
      payload: { query, variables },
      headers: { traceparent: TRACEPARENT },
    });

  test('a question is one trace of its caller: request, operation, roots, statements', async () => {
    const spans = await collect(async () => {
      const reply = await ask(QUERY, { program: ['focac', 'gsi'] });
      expect(reply.json().errors).toBeUndefined();
    });
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([CALLER.traceId]));
    const find = (name: string) => spans.filter((span) => span.name === name);
    const [request] = find('POST /graphql');
    const [operation] = find('query');
    expect(request).toMatchObject({ parentSpanId: CALLER.spanId, kind: 2 });
    expect(operation?.parentSpanId).toBe(request?.spanId);
    const roots = [...find('Query.commitments'), ...find('Query.programs')];
    expect(roots.map(({ parentSpanId }) => parentSpanId)).toEqual([operation?.spanId, operation?.spanId]);
    expect(readAttribute(operation as CollectedSpan, 'graphql.operation.name')).toBe('Listed');
    expect(readAttribute(request as CollectedSpan, 'http.response.status_code')).toBe(200);

    const statements = spans.filter(({ kind: it }) => it === 3);
    const ofCommitments = statements.filter(({ parentSpanId }) => parentSpanId === roots[0]?.spanId);
    expect(ofCommitments.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const parent = spans.find(({ spanId }) => spanId === statement.parentSpanId);
      expect(readAttribute(statement, 'db.query.text')).toMatch(/^\s*(SELECT|WITH)/);
      expect(BigInt(statement.startTimeUnixNano)).toBeGreaterThanOrEqual(
        BigInt(parent?.startTimeUnixNano ?? Number.MAX_SAFE_INTEGER),
      );
    }
    // Nothing else is there, and no value of a variable or a query string.
    expect(spans).toHaveLength(4 + statements.length);
    expect(JSON.stringify(spans)).not.toMatch(/tell-nobody|focac|gsi/);
  });

  test('questions at the same time do not mix', async () => {
    const spans = await collect(() =>
      Promise.all(
        ['a', 'b', 'c'].map((name) => ask(`query ${name} { sources(first: 2) { nodes { title } } }`)),
      ),
    );
    const operations = spans.filter(({ name }) => name === 'query');
    expect(operations).toHaveLength(3);
    for (const { spanId } of operations) {
      const [root, ...others] = spans.filter(
        (span) => span.parentSpanId === spanId && !isOfState(String(readAttribute(span, 'db.query.text'))),
      );
      expect([root?.name, others.length]).toEqual(['Query.sources', 0]);
      expect(spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId).length).toBeGreaterThan(0);
    }
  });

  test('what fails is marked, and its outcome told', async () => {
    const spans = await collect(() => ask('{ commitments(first: 0) { totalCount } }'));
    const root = spans.find(({ name }) => name === 'Query.commitments');
    expect(root?.status?.code).toBe(2);
    const operation = spans.find(({ name }) => name === 'query');
    expect(readAttribute(operation as CollectedSpan, 'muster.graphql.outcome')).toBe('BAD_USER_INPUT');
  });

  test('a page carries its trace on to the dashboard, and the log names it', async () => {
    lines.length = 0;
    const [span] = await collect(async () => {
      const page = app.inject({ url: '/countries', headers: { traceparent: TRACEPARENT } });
      while (web.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      while (lines.length === 0) {
        web.finish();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect((await page).body).toContain(PAGE_BEGINS);
    });
    expect(web.asked[0]?.traceparent).toBe(`00-${CALLER.traceId}-${span?.spanId}-01`);
    expect(JSON.parse(lines[0] ?? '').traceId).toBe(CALLER.traceId);
  });

  test('probes are not traced, nor what nobody asked', async () => {
    const spans = await collect(async () => {
      await app.inject('/readyz');
      await app.inject('/metrics');
      await db.query('SELECT 1');
    });
    expect(spans).toEqual([]);
  });
});

test('the service says its name', () => {
  expect([...collector.services]).toEqual(['muster-test']);
});
