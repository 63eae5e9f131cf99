import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from './support/databases.ts';
import { importAs } from './support/imports.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const HEADER =
  'kind,slug,title,status,provider,unit,measure,audience,audienceStated,start,end,date,voice,scope,recipients,confidence,number,source,fragment,language';
const columns = HEADER.split(',');

type Row = Record<string, string>;

function goodRow(n: number): Row {
  return {
    kind: n % 2 ? 'COMMITMENT' : 'REPORTED_TOTAL',
    slug: `row-${n}`,
    title: `Training ${n.toString(36)} of year ${n % 97}`,
    status: n % 2 ? 'ANNOUNCED' : '',
    provider: 'CHN',
    unit: 'people',
    measure: 'trainees',
    audience: 'Law enforcement',
    audienceStated: 'police officers',
    start: '2024-01-01',
    end: 'March 2025',
    date: '9 September 2024',
    voice: 'PROVIDER',
    scope: 'NAMED',
    recipients: 'KEN; FJI=1',
    confidence: 'HIGH',
    number: `over ${n + 5}`,
    source: 'daily-2024',
    fragment: `“${n} officers”, said the minister`,
    language: 'en',
  };
}

/** Twelve kinds of mistakes, each with the column that the check must name. */
const MISTAKES: [column: string, spoil: (row: Row) => void][] = [
  [
    'slug',
    (row) => {
      row.slug = `Not ${row.slug}`;
    },
  ],
  [
    'title',
    (row) => {
      row.title = '';
    },
  ],
  [
    'providers',
    (row) => {
      row.provider = 'XXX';
    },
  ],
  [
    'source',
    (row) => {
      row.source = 'no-such-source';
    },
  ],
  [
    'recipients',
    (row) => {
      row.recipients = 'ZZZ';
    },
  ],
  [
    'windowEnd',
    (row) => {
      row.end = '2023';
    },
  ],
  [
    'statedOn',
    (row) => {
      row.date = '03/04/2024';
    },
  ],
  [
    'number',
    (row) => {
      row.number = 'several hundred';
    },
  ],
  [
    'unit',
    (row) => {
      row.unit = 'persons';
    },
  ],
  [
    'slug',
    (row) => {
      row.slug = 'row-1';
    },
  ],
  [
    'recipients',
    (row) => {
      row.recipients = 'KEN=900000';
    },
  ],
  [
    'kind',
    (row) => {
      row.kind = 'promise';
    },
  ],
];

function plant(rows: number, mistakes: number) {
  const planted = new Map<number, string>();
  const lines = [HEADER];
  for (let n = 1; n <= rows; n++) {
    const row = goodRow(n);
    const nth = n % 72 === 9 ? Math.floor(n / 72) : -1;
    if (nth >= 0 && planted.size < mistakes) {
      const [column, spoil] = MISTAKES[nth % MISTAKES.length] ?? ['', () => {}];
      spoil(row);
      planted.set(n + 1, column);
    }
    lines.push(columns.map((name) => `"${row[name]?.replaceAll('"', '""')}"`).join(','));
  }
  return { planted, content: lines.join('\r\n') };
}

// Once: what differs between databases is tried by the round trip.
describe.each(databases.slice(-1))('10,000 rows with 137 planted mistakes on %s', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room?.close());

  test('the dry run names exactly those, each with its field, and writes nothing', async () => {
    const { planted, content } = plant(10_000, 137);
    expect([planted.size, new Set(MISTAKES.map(([, spoil]) => spoil)).size]).toEqual([137, 12]);
    const by = importAs(room.app, room.editor);
    const job = await by.check({ format: 'csv', content });
    expect(job).toMatchObject({
      state: 'CHECKED',
      rows: 10_000,
      totals: { new: 9_863, changed: 0, same: 0, rejected: 137 },
    });
    const rejected = await by.rows(job.id, 'REJECTED');
    expect(new Map(rejected.map(({ position, problems }) => [position, problems[0].field]))).toEqual(planted);
    for (const { problems } of rejected) {
      expect(problems).toHaveLength(1);
      expect(problems[0].message.length).toBeGreaterThan(8);
    }
    expect(await room.db.prisma.count.count()).toBe(0);

    const [good] = (await by.get(`/${job.id}/rows?verdict=NEW`)).json().rows;
    expect(good.readings).toContainEqual({ field: 'number', given: 'over 6', read: '6, OVER' });
    expect(good.readings).toContainEqual({
      field: 'windowEnd',
      given: 'March 2025',
      read: '2025-03-01, month',
    });

    const file = (await by.get(`/${job.id}/rejected.csv`)).body.split('\r\n');
    expect(file[0]).toBe(`row,reasons,${HEADER}`);
    expect(file).toHaveLength(137 + 2);
    expect(file[1]).toMatch(/^10,"slug: use lower-case letters/);
  });
});
