import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClaim, makeInput, type Result, writeAs } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

describe.each<DatabaseKind>(databases)('refused edits on %s', (kind) => {
  let room: Newsroom;
  let editor: ReturnType<typeof writeAs>;
  let reviewer: ReturnType<typeof writeAs>;

  beforeAll(async () => {
    room = await openNewsroom(kind);
    editor = writeAs(room, room.editor);
    reviewer = writeAs(room, room.reviewer);
  });
  afterAll(() => room.close());

  const readRow = (slug: string) =>
    room.db.prisma.count.findUniqueOrThrow({
      where: { slug },
      include: { claims: true, providers: true, recipients: true, otherFigures: true },
    });
  const pathsOf = (result: Result) => result.problems.map(({ path }: { path: string }) => path);

  test.each(['x', '2024-02-30T00:00:00.000Z', '2024-01-01', '0000-01-01T00:00:00.000Z', null, 5])(
    'a cursor forged with %j is refused',
    async (value) => {
      const cursor = Buffer.from(JSON.stringify(['commitments by change', value, 'x'])).toString('base64url');
      for (const argument of ['after', 'before']) {
        const query = `{ editableCommitments(${argument}: "${cursor}") { totalCount } }`;
        const [error] = (await room.ask(room.editor, query)).errors;
        expect(error?.message).toMatch(new RegExp(`^${argument}: .* is not a cursor of this list$`));
        expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
      }
    },
  );

  test.each([
    ['title', { title: '  ' }],
    ['slug', { slug: 'Not A Slug' }],
    ['claims.0.high', { claims: [makeClaim({ low: 50, high: 40 })] }],
    ['claims.0.low', { claims: [makeClaim({ low: null, qualifier: null })] }],
    ['claims.0.rankReason', { claims: [makeClaim({ rank: 'DEPRECATED' })] }],
    ['claims', { claims: [] }],
    ['providers', { providers: [] }],
    ['measure', { unit: 'COURSES' }],
    ['window.end.date', { window: { ...makeInput().window, end: { date: '2024-01-01', precision: 'DAY' } } }],
    ['recipients.0.country', { recipients: [{ country: 'KEN', group: 'GRP:Pacific' }] }],
    ['program', { program: 'none-such' }],
    ['providers.1', { providers: ['CHN', 'ORG:NONE'] }],
    ['recipients.0.country', { recipients: [{ country: 'ZZZ' }] }],
    ['recipients.0.group', { recipients: [{ group: 'GRP:None' }] }],
    ['claims.1.source', { claims: [makeClaim(), makeClaim({ source: 'none-such' })] }],
  ])('names %s as what to mend', async (path, changes) => {
    const input = { ...makeInput(), ...changes };
    const result = await editor.create(input);
    expect(result.__typename).toBe('ValidationFailed');
    expect(pathsOf(result)).toEqual([path]);
    expect(await room.db.prisma.count.count({ where: { slug: input.slug } })).toBe(0);
  });

  test('tells everything that is wrong at once, in an update too', async () => {
    const input = makeInput();
    await editor.create(input);
    const wrong = {
      ...input,
      program: 'none-such',
      providers: ['ORG:NONE'],
      claims: [makeClaim({ source: 'none' })],
    };
    expect(pathsOf(await editor.update(input.slug, 1, wrong))).toEqual([
      'program',
      'providers.0',
      'claims.0.source',
    ]);
    expect(await readRow(input.slug)).toMatchObject({ version: 1 });
  });

  test('a reason has its length', async () => {
    expect(pathsOf(await editor.create(makeInput(), 'why '.repeat(300)))).toEqual(['reason']);
  });

  test('a slug is given once, and for good when published', async () => {
    const first = makeInput();
    const second = makeInput();
    await editor.create(first);
    expect(pathsOf(await editor.create(makeInput({ slug: first.slug })))).toEqual(['slug']);
    await editor.create(second);
    expect(pathsOf(await editor.update(second.slug, 1, { ...second, slug: first.slug }))).toEqual(['slug']);
    const renamed = { ...second, slug: `${second.slug}-renamed` };
    expect((await editor.update(second.slug, 1, renamed)).commitment.slug).toBe(renamed.slug);
    await editor.submit(first.slug, 1);
    await reviewer.publish(first.slug, 2);
    const answer = await reviewer.update(first.slug, 3, { ...first, slug: `${first.slug}-renamed` });
    expect(pathsOf(answer)).toEqual(['slug']);
    await reviewer.retract(first.slug, 3);
    expect((await readRow(first.slug)).version).toBe(4);
  });

  test('a slug that two take at once goes to one, and the other is told', async () => {
    const input = makeInput();
    const results = await Promise.all([editor.create(input), reviewer.create({ ...input, title: 'Other' })]);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual([
      'CommitmentSaved',
      'ValidationFailed',
    ]);
    expect(pathsOf(results.find(({ __typename }) => __typename === 'ValidationFailed'))).toEqual(['slug']);
  });

  test('what is not there is not found', async () => {
    const missing = { __typename: 'NotFound', message: expect.stringContaining('no-such-record') };
    expect(await editor.update('no-such-record', 1, makeInput())).toEqual(missing);
    expect(await editor.submit('no-such-record', 1)).toEqual(missing);
    expect(await reviewer.publish('no-such-record', 1)).toEqual(missing);
    expect(await reviewer.retract('no-such-record', 1)).toEqual(missing);
  });

  test('a reported total is no commitment', async () => {
    const input = makeInput();
    await editor.create(input);
    await room.db.prisma.count.update({
      where: { slug: input.slug },
      data: { kind: 'REPORTED_TOTAL', status: null },
    });
    expect((await editor.update(input.slug, 1, input)).__typename).toBe('NotFound');
  });

  test('an edit of an old version is told who changed it, and writes nothing', async () => {
    const input = makeInput();
    await editor.create(input);
    await reviewer.update(input.slug, 1, { ...input, title: 'Theirs' });
    const mine = { ...input, title: 'Mine', claims: [makeClaim({ low: 500, high: 500 })] };
    for (const result of [await editor.update(input.slug, 1, mine), await editor.submit(input.slug, 1)]) {
      expect(result).toEqual({
        __typename: 'VersionConflict',
        currentVersion: 2,
        changedBy: 'reviewer',
        current: { slug: input.slug, title: 'Theirs', version: 2 },
      });
    }
    expect(await readRow(input.slug)).toMatchObject({ version: 2, title: 'Theirs', quantityLow: 1000 });
    expect(await room.db.prisma.revision.count({ where: { slug: input.slug } })).toBe(2);
  });

  test('of several edits at once, exactly one wins, and none is mixed with another', async () => {
    const input = makeInput();
    await editor.create(input);
    const edits = [1, 2, 3, 4].map((n) => ({
      ...input,
      title: `Edit ${n}`,
      claims: Array.from({ length: n }, () => makeClaim({ low: n * 100, high: n * 100 })),
    }));
    const results = await Promise.all(
      edits.map((edit, i) => (i % 2 ? editor : reviewer).update(input.slug, 1, edit)),
    );
    const names = results.map(({ __typename }) => __typename).sort();
    expect(names).toEqual(['CommitmentSaved', 'VersionConflict', 'VersionConflict', 'VersionConflict']);
    const row = await readRow(input.slug);
    const winner = Number(row.title.replace('Edit ', ''));
    expect(row).toMatchObject({ version: 2, quantityLow: winner * 100, quantityHigh: winner * 100 });
    expect(row.claims.map(({ low }) => low)).toEqual(Array(winner).fill(winner * 100));
    expect(await room.db.prisma.revision.count({ where: { slug: input.slug } })).toBe(2);
  });

  test('a failure in the middle leaves nothing of the change', async () => {
    const input = makeInput();
    await editor.create(input);
    const before = await readRow(input.slug);
    const { revision } = await room.db.prisma.dataRevision.findUniqueOrThrow({ where: { id: 1 } });
    await room.db.executeScript(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no more room'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION fail();`);
    const other = makeInput();
    await expect(
      editor.update(input.slug, 1, { ...input, title: 'Half', claims: [makeClaim({ low: 700, high: 700 })] }),
    ).rejects.toThrow('INTERNAL_SERVER_ERROR');
    await expect(editor.submit(input.slug, 1)).rejects.toThrow('INTERNAL_SERVER_ERROR');
    await expect(editor.create(other)).rejects.toThrow('INTERNAL_SERVER_ERROR');
    await room.db.executeScript('DROP TRIGGER fail ON revision; DROP FUNCTION fail();');
    expect(await readRow(input.slug)).toEqual(before);
    expect(await room.db.prisma.count.count({ where: { slug: other.slug } })).toBe(0);
    expect((await room.db.prisma.dataRevision.findUniqueOrThrow({ where: { id: 1 } })).revision).toBe(
      revision,
    );
    expect((await editor.update(input.slug, 1, { ...input, title: 'Whole' })).__typename).toBe(
      'CommitmentSaved',
    );
  });

  test('a rule that the database alone knows is told as a problem of its field', async () => {
    await room.db.executeScript('ALTER TABLE claim ADD CONSTRAINT claim_is_modest CHECK (high < 1000000)');
    const input = makeInput({ claims: [makeClaim({ low: 1, high: 2_000_000 })] });
    expect(pathsOf(await editor.create(input))).toEqual(['claims']);
    await room.db.executeScript('ALTER TABLE claim DROP CONSTRAINT claim_is_modest');
    expect(await room.db.prisma.count.count({ where: { slug: input.slug } })).toBe(0);
  });
});
