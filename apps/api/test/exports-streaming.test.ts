import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bumpDataRevision } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Cell, ColumnWords } from '../src/exports/column.ts';
import { type About, FORMATS } from '../src/exports/formats/index.ts';
import { databases, startTestApi, type TestApi } from './support/api.ts';
import { insertManyCounts } from './support/many-counts.ts';

const MANY = 3_000;
// More than sockets hold: the server must wait for a reader who waits.
const NOTE = 'n'.repeat(3_000);

describe.each(databases)('a file that is read slowly, on %s', (kind) => {
  let api: TestApi;
  let origin: string;
  beforeAll(async () => {
    api = await startTestApi(kind);
    await insertManyCounts(api.db, MANY, NOTE);
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`;
  });
  afterAll(() => api.close());

  /** An answer of which nothing is read yet. */
  const open = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => get(origin + path, resolve).on('error', reject));

  /** The text of an answer; null where it was cut off. */
  async function read(response: IncomingMessage): Promise<string | null> {
    const parts: Buffer[] = [];
    try {
      for await (const part of response) parts.push(part);
    } catch {
      return null;
    }
    return response.complete ? Buffer.concat(parts).toString() : null;
  }

  async function publishChange(): Promise<void> {
    await api.db.prisma.$transaction(async (transaction) => {
      await transaction.count.updateMany({
        where: { slug: { startsWith: 'many-' } },
        data: { title: 'Renumbered' },
      });
      await bumpDataRevision(transaction);
    });
  }

  const countOpenTransactions = async () => {
    if (kind === 'pglite') return 0;
    const [row] = await api.db.query<{ many: number }>(
      `SELECT count(*)::int AS many FROM pg_stat_activity
       WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    return row?.many;
  };

  test('is of one state of the records, or is cut off, whatever is published meanwhile', async () => {
    const response = await open('/data/commitments.json?text=Numbered&orderBy=TITLE&direction=ASC');
    expect(response.headers['x-total-count']).toBe(String(MANY));
    await publishChange();
    const text = await read(response);
    if (kind === 'pglite') {
      expect(text).toBeNull();
    } else {
      const rows: { title: string }[] = JSON.parse(text ?? '[]');
      expect(rows).toHaveLength(MANY);
      expect(rows.filter(({ title }) => !title.startsWith('Numbered '))).toEqual([]);
    }
    const again = await read(await open('/data/commitments.json?text=Renumbered'));
    expect(JSON.parse(again ?? '[]')).toHaveLength(MANY);
    await vi.waitFor(async () => expect(await countOpenTransactions()).toBe(0));
  });

  test.each(['csv', 'json', 'xlsx', 'parquet'])(
    'whoever hangs up on a .%s ends its reading',
    async (ending) => {
      let statements = 0;
      const stop = api.db.onStatement(({ sql }) => {
        if (sql.includes('count_provider')) statements++;
      });
      const response = await open(`/data/counts.${ending}`);
      response.destroy();
      await vi.waitFor(async () => expect(await countOpenTransactions()).toBe(0), { timeout: 20_000 });
      stop();
      // Of four batches, one of them in two parts. Repeated notes make small files of the other two, which may be sent before word comes.
      if (ending === 'csv' || ending === 'json') expect(statements).toBeLessThan(5);
    },
  );

  test('keeps no more than a few connections; the next is told when to come again', async () => {
    const readers: IncomingMessage[] = [];
    // Those that hung up may still be at their last batch.
    await vi.waitFor(
      async () => {
        const reader = await open('/data/counts.json');
        if (reader.statusCode === 200) readers.push(reader);
        else reader.resume();
        expect(readers.length).toBe(3);
      },
      { timeout: 90_000, interval: 200 },
    );
    const next = await open('/data/counts.json');
    expect([next.statusCode, next.headers['retry-after']]).toEqual([503, '10']);
    expect(JSON.parse((await read(next)) ?? '').errors[0].extensions.code).toBe('TOO_MANY_EXPORTS');
    for (const reader of readers) reader.destroy();
    await vi.waitFor(async () => {
      const later = await open('/data/programs.csv');
      expect([later.statusCode, (await read(later))?.length]).toEqual([200, expect.any(Number)]);
    }, 30_000);
  });
});

const COLUMNS: ColumnWords[] = (
  [
    ['text', 'string'],
    ['whole', 'integer'],
    ['day', 'date'],
    ['instant', 'datetime'],
    ['yes', 'boolean'],
    ['several', 'list'],
  ] as const
).map(([name, type]) => ({ name, type, meaning: 'A test.', unit: null, empty: null }));

const ABOUT: About = {
  title: 'Test',
  citation: 'Test.',
  licence: 'CC-BY-4.0',
  revision: 1,
  release: null,
  knownOn: '2024-01-01',
  metadata: 'http://localhost/data/test.metadata.json',
};

const BATCH = 1_000;

async function* makeBatches(many: number, onBatch = () => {}): AsyncGenerator<Cell[][]> {
  for (let at = 0; at < many; at += BATCH) {
    onBatch();
    yield Array.from({ length: BATCH }, (_, i) => [
      `row ${at + i} ${'x'.repeat(100)}`,
      at + i,
      '2024-09-09',
      '2024-09-09T10:00:00.000Z',
      i % 2 === 0,
      ['a', `b${i}`],
    ]);
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe.each(FORMATS)('the writer of $ending', ({ write }) => {
  test('holds as much of a long table as of a short one', async () => {
    const measure = async (many: number) => {
      let peak = 0;
      collectGarbage();
      const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
      let bytes = 0;
      let batches = 0;
      for await (const part of write(
        COLUMNS,
        makeBatches(many, () => batches++),
        ABOUT,
      )) {
        bytes += part.length;
        if (batches % 10 !== 0) continue;
        collectGarbage();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        peak = Math.max(peak, heapUsed + arrayBuffers - before);
      }
      return { peak, bytes };
    };
    await measure(1_000);
    const short = await measure(10_000);
    const long = await measure(30_000);
    expect(long.bytes).toBeGreaterThan(short.bytes * 2);
    // All its rows would take 15 MB more.
    expect(long.peak).toBeLessThan(short.peak + 7_000_000);
  });
});

describe('CSV', () => {
  const csv = FORMATS.find(({ ending }) => ending === 'csv');
  const writeText = async (text: string) => {
    let file = '';
    const rows = (async function* (): AsyncGenerator<Cell[][]> {
      yield [[text, -5, null, null, null, []]];
    })();
    for await (const part of csv?.write(COLUMNS, rows, ABOUT) ?? []) file += part;
    return file.split('\r\n').slice(1).join('\r\n');
  };

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', "'=1", "''@x"])(
    '%j has an apostrophe before it, which gives it back when taken off',
    async (text) => {
      const written = await writeText(text);
      const quoted = /^"((?:[^"]|"")*)"/.exec(written)?.[1];
      const cell = quoted ?? written.slice(0, written.indexOf(','));
      expect(cell).toBe(`'${text}`);
      expect(/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell).toBe(text);
    },
  );

  test.each(["'quoted'", '“=”', 'a = b', "o'clock"])('%j stays as it is', async (text) => {
    expect(await writeText(text)).toMatch(new RegExp(`^${text},-5,,,,\r\n$`));
  });
});
