import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkArchive } from '../src/imports/reading/archive.ts';
import { readCsv } from '../src/imports/reading/csv.ts';
import { FILE_LIMITS } from '../src/imports/reading/limits.ts';
import { databases } from './support/databases.ts';
import { importAs } from './support/imports.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import type { Person } from './support/people.ts';

const HEADER =
  'kind,slug,title,status,provider,unit,measure,audience,audienceStated,date,voice,scope,confidence,number,source,language';
const rowOf = (slug: string, title = 'Train officers', number = '3000') =>
  `COMMITMENT,${slug},${title},ANNOUNCED,CHN,PEOPLE,TRAINEES,POLICE,police,2024-09-09,PROVIDER,UNSPECIFIED,HIGH,${number},daily-2024,en`;
const table = (...rows: string[]) => [HEADER, ...rows].join('\n');

describe.each(databases.slice(-1))('imports on %s', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room?.close());
  const as = (person: Person | null, headers = {}) => importAs(room.app, person, headers);
  const codeOf = (answer: { statusCode: number; json(): any }) => [
    answer.statusCode,
    answer.json().errors?.[0]?.extensions.code,
  ];

  const PATHS = ['?format=csv&name=a.csv', '/1/check', '/1/apply', '/1/cancel'];

  test.each(PATHS)('%s refuses nobody and other sites', async (path) => {
    expect(codeOf(await as(null).post(path, {}))).toEqual([401, 'UNAUTHENTICATED']);
    const foreign = { origin: 'https://evil.example' };
    expect(codeOf(await as(room.admin, foreign).post(path, {}))).toEqual([403, 'FORBIDDEN']);
  });

  test.each(['', '/1', '/1/rows', '/1/rejected.csv'])('GET %s refuses nobody', async (path) => {
    expect(codeOf(await as(null).get(path))).toEqual([401, 'UNAUTHENTICATED']);
  });

  test.each([
    ['an empty file', 'csv', ''],
    ['a header alone', 'csv', HEADER],
    ['UTF-16', 'csv', Buffer.from(`\ufeff${table(rowOf('a'))}`, 'utf16le')],
    ['Latin-1', 'csv', Buffer.from(table(rowOf('a', 'Café')), 'latin1')],
    ['NUL', 'csv', table(rowOf('a', 'A\0B'))],
    ['a quote never closed', 'csv', table(rowOf('a', '"Train'))],
    ['text after a quote', 'csv', table(rowOf('a', '"Train" officers'))],
    ['a workbook said to be CSV', 'csv', Buffer.from('PK\u0003\u0004')],
    ['text said to be a workbook', 'xlsx', table(rowOf('a'))],
    ['text said to be JSON', 'json', table(rowOf('a'))],
    ['a list', 'json', '[]'],
    ['an unknown list', 'json', '{"counts":[]}'],
    ['nesting without end', 'json', '['.repeat(100_000)],
  ] as const)('%s is refused, and nothing is kept of it', async (_, format, content) => {
    const before = await room.db.prisma.importJob.count();
    const answer = await as(room.editor).upload({ format, content });
    expect(codeOf(answer)).toEqual([422, 'FILE_UNREADABLE']);
    expect(answer.json().errors[0].message).toMatch(/\.$/);
    expect(await room.db.prisma.importJob.count()).toBe(before);
  });

  test('a million columns are refused', async () => {
    const answer = await as(room.editor).upload({ format: 'csv', content: `${'a,'.repeat(1_000_000)}a\n` });
    expect(codeOf(answer)).toEqual([413, 'FILE_TOO_LARGE']);
  });

  test('a zip bomb is refused before it is unpacked, whatever it says of its size', async () => {
    const bomb = zip('xl/worksheets/sheet1.xml', deflateRawSync(Buffer.alloc(64 * 1024 * 1024)), 10);
    expect(bomb.length).toBeLessThan(100_000);
    const answer = await as(room.editor).upload({ format: 'xlsx', content: bomb });
    expect(codeOf(answer)).toEqual([413, 'FILE_TOO_LARGE']);
    await expect(checkArchive(bomb.subarray(0, bomb.length - 30))).rejects.toThrow(/no workbook/);
  });

  test('a file over its limit is refused while it comes', async () => {
    const read = readCsv(chunks(), { ...FILE_LIMITS, csv: 1024 * 1024 });
    await expect(drain(read)).rejects.toThrow(/larger than 1 MB/);
    const told = await as(room.editor, { 'content-length': String(FILE_LIMITS.csv + 1) }).upload({
      format: 'csv',
      content: 'a',
    });
    expect(codeOf(told)).toEqual([413, 'FILE_TOO_LARGE']);
    async function drain(rows: AsyncIterable<unknown>) {
      for await (const _ of rows);
    }
    async function* chunks() {
      for (let i = 0; i < 2048; i++) yield Buffer.from(`${'x'.repeat(1023)}\n`);
    }
  });

  test('a byte order mark, semicolons and lines within quotes are read', async () => {
    const text = `\ufeff${table(rowOf('lines', '"Train; twice,\r\nthen ""again"""')).replaceAll(/,(?!\r)/g, ';')}`;
    const job = await as(room.editor).check({ format: 'csv', content: text });
    expect(job.header[0]).toBe('kind');
    const [row] = await as(room.editor).rows(job.id, 'REJECTED');
    expect(row.problems).toEqual([{ field: 'title', message: 'holds control characters; remove them' }]);
  });

  test('formulas, HTML and script stay the text that they are', async () => {
    const by = as(room.editor);
    const sheets = [
      {
        name: 'Sheet',
        rows: [
          HEADER.split(','),
          ...['=1+1', '<script>alert(1)</script>', '@SUM(A1)'].map((title, i) =>
            rowOf(`text-${i}`, title, String(40 + i)).split(','),
          ),
        ],
      },
    ];
    const job = await by.check({ format: 'xlsx', content: Buffer.from(await writeXlsx({ sheets })) });
    expect(await by.rows(job.id, 'REJECTED')).toEqual([]);
    await by.apply(job.id);
    const titles = await room.db.prisma.count.findMany({
      where: { slug: { startsWith: 'text-' } },
      orderBy: { slug: 'asc' },
    });
    expect(titles.map(({ title, state }) => [title, state])).toEqual([
      ['=1+1', 'DRAFT'],
      ['<script>alert(1)</script>', 'DRAFT'],
      ['@SUM(A1)', 'DRAFT'],
    ]);
  });

  test('javascript: addresses and broken characters are refused row by row', async () => {
    const source = { slug: 'bad', title: 'Bad', publisher: 'X', kind: 'MEDIA', language: 'en' };
    const content = JSON.stringify({
      sources: [
        { ...source, url: 'javascript:alert(1)' },
        { ...source, slug: 'nul', title: 'a\0b' },
        { ...source, slug: 'lone', title: '\ud800' },
        { ...source, slug: 'deep', note: [[[[[[[[[[]]]]]]]]]] },
        null,
      ],
    });
    const job = await as(room.editor).check({ format: 'json', content });
    expect(job.totals).toMatchObject({ new: 0, rejected: 5 });
  });

  test('an editor may not change what readers see, nor publish; a reviewer may, but not their own file', async () => {
    const job = await as(room.editor).check({ format: 'csv', content: table(rowOf('seen', 'One', '10')) });
    expect(codeOf(await as(room.editor).post(`/${job.id}/apply`, { state: 'PUBLISHED' }))).toEqual([
      403,
      'FORBIDDEN',
    ]);
    expect(codeOf(await as(room.editor).post(`/${job.id}/apply`, { state: 'NONSENSE' }))).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
    expect((await as(room.reviewer).apply(job.id, { state: 'PUBLISHED' })).state).toBe('APPLIED');
    expect(codeOf(await as(room.reviewer).post(`/${job.id}/apply`, {}))).toEqual([409, 'IMPORT_NOT_READY']);

    const change = table(rowOf('seen', 'Other', '10'));
    const refused = await as(room.editor).check({ format: 'csv', content: change });
    expect(refused.totals).toMatchObject({ changed: 0, rejected: 1 });
    const own = await as(room.reviewer).check({ format: 'csv', content: change });
    expect(own.totals).toMatchObject({ changed: 1, rejected: 0 });
    expect(codeOf(await as(room.editor).post(`/${own.id}/apply`, {}))).toEqual([403, 'FORBIDDEN']);
    expect(codeOf(await as(room.reviewer).post(`/${own.id}/apply`, { state: 'PUBLISHED' }))).toEqual([
      403,
      'FORBIDDEN',
    ]);

    const [row] = await as(room.reviewer).rows(own.id, 'CHANGED');
    expect([row.changes, row.before.title, row.record.title]).toEqual([['title'], 'One', 'Other']);
    await as(room.reviewer).apply(own.id);
    const revisions = await room.db.prisma.revision.findMany({
      where: { slug: 'seen' },
      orderBy: { version: 'asc' },
    });
    expect(revisions.map(({ action, version, isPublic }) => [action, version, isPublic])).toEqual([
      ['IMPORTED', 1, true],
      ['UPDATED', 2, true],
    ]);
  });

  test('a record that changed since the check ends the whole import', async () => {
    const by = as(room.reviewer);
    const job = await by.check({
      format: 'csv',
      content: table(rowOf('seen', 'Third', '10'), rowOf('fresh', 'New', '11')),
    });
    await room.db.prisma.count.update({
      where: { slug: 'seen' },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    const after = await by.apply(job.id);
    expect([after.state, after.message]).toEqual(['READ', expect.stringMatching(/changed since/)]);
    expect(await room.db.prisma.count.findUnique({ where: { slug: 'fresh' } })).toBeNull();
  });

  test('likely duplicates are named, and left out where that is asked for', async () => {
    const by = as(room.editor);
    const content = table(rowOf('twin-1', 'Eleven officers', '77'), rowOf('twin-2', 'The same', '77'));
    const job = await by.check({ format: 'csv', content });
    expect(job.totals).toMatchObject({ new: 2, alike: 1 });
    expect((await by.rows(job.id, 'NEW')).map(({ alike }) => alike)).toEqual([null, ['twin-1']]);
    await by.apply(job.id, { skipAlike: true });
    const slugs = await room.db.prisma.count.findMany({
      where: { slug: { startsWith: 'twin' } },
      select: { slug: true },
    });
    expect(slugs).toEqual([{ slug: 'twin-1' }]);
  });

  test('a likely duplicate, and a name given twice, are found however far apart they stand', async () => {
    const between = Array.from({ length: 600 }, (_, n) =>
      rowOf(`between-${n}`, `Between ${n}`, `${n + 2000}`),
    );
    const far = [rowOf('far-twin-2', 'The same', '79'), rowOf('far-twin-1', 'Again', '80')];
    const content = table(rowOf('far-twin-1', 'Twelve officers', '79'), ...between, ...far);
    const by = as(room.editor);
    const job = await by.check({ format: 'csv', content });
    expect(job.totals).toMatchObject({ new: 602, alike: 1, rejected: 1 });
    const alike = (await by.rows(job.id, 'NEW')).filter(({ name }) => name === 'far-twin-2');
    expect(alike).toMatchObject([{ alike: ['far-twin-1'] }]);
    const [again] = await by.rows(job.id, 'REJECTED');
    expect(again.problems).toEqual([
      { field: 'slug', message: 'far-twin-1 stands in row 2 already; keep one' },
    ]);
  });

  test('columns are mapped by name, changed by the caller, and remembered', async () => {
    const by = as(room.editor);
    const content = table(rowOf('mapped', 'Mapped', '12')).replace('title', 'what is it');
    const first = await by.check({ format: 'csv', content });
    expect([first.mapping[2], first.totals.rejected]).toEqual([null, 1]);
    const mapping = first.mapping.map((field: string | null, i: number) => (i === 2 ? 'title' : field));
    const second = await by.check({ format: 'csv', content }, mapping);
    expect(second.totals).toMatchObject({ new: 1, rejected: 0 });
    expect((await by.upload({ format: 'csv', content })).json().mapping).toEqual(mapping);
    for (const wrong of [[], [...mapping.slice(0, -1), 'nothing'], [...mapping.slice(0, -1), 'title']]) {
      expect(codeOf(await by.post(`/${second.id}/check`, { mapping: wrong }))).toEqual([
        400,
        'BAD_USER_INPUT',
      ]);
    }
  });

  test('columns that a table lacks keep what is stored', async () => {
    const by = as(room.reviewer);
    const job = await by.check({ format: 'csv', content: 'kind,slug,note\nCOMMITMENT,seen,A note' });
    const [row] = await by.rows(job.id, 'CHANGED');
    expect(row.changes).toEqual(['note']);
  });

  test('a link that closes a circle is refused', async () => {
    const link = (from: string, to: string) => ({ from, to, relation: 'PART_OF', basis: 'STATED' });
    const content = JSON.stringify({ links: [link('text-0', 'text-1'), link('text-1', 'text-0')] });
    const job = await as(room.editor).check({ format: 'json', content });
    const refused = await as(room.editor).rows(job.id, 'REJECTED');
    expect(refused.map(({ problems }) => problems[0].message)).toContainEqual(
      expect.stringMatching(/closes a circle/),
    );
  });
});

/** An archive with one part that says it is `claimed` bytes large. */
function zip(name: string, data: Buffer, claimed: number): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt32LE(claimed, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, Buffer.from(name), data, entry, Buffer.from(name), end]);
}
