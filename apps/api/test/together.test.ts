import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Result, resultOf } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { kinds, writeKind } from './support/entities.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import type { Person } from './support/people.ts';

const COMMENT = `mutation ($entity: RecordEntity!, $slug: String!, $text: String!) {
  result: addComment(entity: $entity, slug: $slug, text: $text) {
    __typename ... on CommentAdded { comment { id author at text version } }
    ... on ValidationFailed { problems { path message } } ... on NotAllowed { message } ... on NotFound { message } } }`;

const COMMENTS = `query ($entity: RecordEntity!, $slug: String!) {
  result: comments(entity: $entity, slug: $slug) { author text version } }`;

const TOUCH = `mutation ($entity: RecordEntity!, $slug: String!, $isEditing: Boolean!) {
  result: touchPresence(entity: $entity, slug: $slug, isEditing: $isEditing) { name since lastSeen isEditing } }`;

const LEAVE = `mutation ($entity: RecordEntity!, $slug: String!) {
  result: leavePresence(entity: $entity, slug: $slug) }`;

const KENYA = { entity: 'COUNTRY', slug: 'KEN' };
const FOREIGN = { origin: 'https://evil.example' };

describe.each<DatabaseKind>(databases)('editors together on %s', (database) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(database);
  });
  afterAll(() => room.close());

  const revision = async () => (await room.ask(null, '{ dataset { revision } }')).data.dataset.revision;
  const codeOf = async (person: Person | null, query: string, variables: object, headers = {}) =>
    (await room.ask(person, query, variables, headers)).errors[0]?.extensions.code;

  describe('comments', () => {
    const add = async (person: Person | null, target: object, text: string): Promise<Result> =>
      resultOf(await room.ask(person, COMMENT, { ...target, text }));
    const list = async (target: object, person: Person = room.editor): Promise<Result> =>
      resultOf(await room.ask(person, COMMENTS, target));

    test.each(kinds.map((kind) => [kind.type, kind] as const))(
      'follow a %s, whatever its slug',
      async (_, kind) => {
        const input = kind.make();
        const write = writeKind(room, kind, room.editor);
        await write.create(input);
        const target = { entity: kind.entity, slug: input.slug };
        const text = '<b>Which</b> year?\nThe paper says 2024.';
        const before = await revision();
        const added = await add(room.reviewer, target, `  ${text} `);
        expect(added).toMatchObject({
          __typename: 'CommentAdded',
          comment: { author: 'reviewer', text, version: 1 },
        });
        expect(Date.now() - Date.parse(added.comment.at)).toBeLessThan(60_000);
        const moved = `${input.slug}-moved`;
        expect((await write.update(input.slug, 1, { ...input, slug: moved })).record.version).toBe(2);
        await add(room.editor, { ...target, slug: moved }, 'The first.');
        const all = [
          { author: 'reviewer', text, version: 1 },
          { author: 'editor', text: 'The first.', version: 2 },
        ];
        expect(await list({ ...target, slug: moved })).toEqual(all);
        const { code } = input;
        await write.create({ ...input, ...(code && { code: `${code}x` }) });
        expect(await list(target)).toEqual([]);
        await write.remove(moved, 2);
        expect(await list({ ...target, slug: moved })).toEqual(all);
        expect(await revision()).toBe(before + (kind.hasStates ? 0 : 3));
      },
    );

    test('are for editors alone, and come from no other site', async () => {
      expect((await add(null, KENYA, 'who?')).message).toMatch(/sign in/i);
      expect(await codeOf(null, COMMENTS, KENYA)).toBe('UNAUTHENTICATED');
      expect(await codeOf(room.admin, COMMENT, { ...KENYA, text: 'from afar' }, FOREIGN)).toBe('FORBIDDEN');
      expect(await list(KENYA)).toEqual([]);
    });

    test('hold words, at most 2000 characters, about a record that is there', async () => {
      for (const text of ['', ' \n ', 'x'.repeat(2001), 'a\u0007b']) {
        const { problems } = await add(room.editor, KENYA, text);
        expect(problems).toMatchObject([{ path: 'text' }]);
      }
      expect(await codeOf(room.editor, COMMENT, { ...KENYA, text: 'a\0b' })).toBe('BAD_USER_INPUT');
      expect((await add(room.editor, { ...KENYA, slug: 'ZZZ' }, 'where?')).__typename).toBe('NotFound');
      expect(await list({ ...KENYA, slug: 'ZZZ' })).toEqual([]);
      const longest = 'é'.repeat(2000);
      expect((await add(room.editor, KENYA, longest)).comment.text).toBe(longest);
    });

    test('are never changed: the database refuses', async () => {
      await add(room.editor, KENYA, 'said is said');
      for (const sql of [
        `UPDATE record_comment SET text = 'unsaid'`,
        'DELETE FROM record_comment',
        'TRUNCATE record_comment',
      ]) {
        await expect(room.db.query(sql)).rejects.toThrow(/only ever added to/);
      }
      expect((await list(KENYA)).at(-1).text).toBe('said is said');
    });
  });

  describe('presence', () => {
    const touch = async (person: Person, target: object = KENYA, isEditing = false): Promise<Result> =>
      resultOf(await room.ask(person, TOUCH, { ...target, isEditing }));
    const leave = async (person: Person): Promise<Result> => resultOf(await room.ask(person, LEAVE, KENYA));
    const age = (seconds: number) =>
      room.db.query(
        `UPDATE presence SET since = since - $1::int * interval '1 second',
           last_seen = last_seen - $1::int * interval '1 second'`,
        [seconds],
      );
    const names = (others: Result[]) => others.map(({ name }) => name);

    test('tells who else has a record open, and whether they change it', async () => {
      const before = await revision();
      expect(await touch(room.editor)).toEqual([]);
      const [seen] = await touch(room.reviewer, KENYA, true);
      expect(seen).toMatchObject({ name: 'editor', isEditing: false });
      await age(10);
      const [other] = await touch(room.editor);
      expect(other).toMatchObject({ name: 'reviewer', isEditing: true });
      const [again] = await touch(room.reviewer);
      expect(Date.parse(again.lastSeen) - Date.parse(again.since)).toBeGreaterThanOrEqual(10_000);
      expect((await touch(room.editor))[0].isEditing).toBe(false);
      expect(names(await touch(room.admin))).toEqual(['editor', 'reviewer']);
      expect(await touch(room.admin, { entity: 'COUNTRY', slug: 'FJI' })).toEqual([]);
      await leave(room.admin);
      expect(await leave(room.reviewer)).toBe(true);
      expect(await leave(room.reviewer)).toBe(true);
      expect(await touch(room.editor)).toEqual([]);
      expect(await revision()).toBe(before);
      expect(await room.db.prisma.revision.count({ where: { entity: 'Country' } })).toBe(0);
    });

    test('ends by itself where nothing is heard for 45 seconds, and begins anew', async () => {
      await touch(room.editor);
      await age(44);
      expect(names(await touch(room.reviewer))).toEqual(['editor']);
      await age(46);
      expect(await touch(room.admin)).toEqual([]);
      await touch(room.editor);
      const [again] = await touch(room.admin);
      expect(again.name).toBe('editor');
      expect(again.since).toBe(again.lastSeen);
      await age(61);
      await touch(room.admin);
      expect(await room.db.prisma.presence.count()).toBe(1);
    });

    test('of several at once is whole', async () => {
      const people = [room.editor, room.reviewer, room.admin];
      await age(61);
      await Promise.all([...people, ...people, ...people].map((person) => touch(person)));
      expect(await room.db.prisma.presence.count()).toBe(3);
      expect(names(await touch(room.admin)).sort()).toEqual(['editor', 'reviewer']);
    });

    test('is for editors alone, of records that are there, and from no other site', async () => {
      const told = { ...KENYA, isEditing: true };
      expect(await codeOf(null, TOUCH, told)).toBe('UNAUTHENTICATED');
      expect(await codeOf(null, LEAVE, KENYA)).toBe('UNAUTHENTICATED');
      await touch(room.editor);
      expect(await codeOf(room.admin, TOUCH, told, FOREIGN)).toBe('FORBIDDEN');
      expect(await codeOf(room.editor, LEAVE, KENYA, FOREIGN)).toBe('FORBIDDEN');
      expect(names(await touch(room.reviewer))).toContain('editor');
      expect(await codeOf(room.editor, TOUCH, { ...told, slug: 'ZZZ' })).toBe('BAD_USER_INPUT');
      expect(await codeOf(room.editor, TOUCH, { ...told, entity: 'LINK', slug: '<b>' })).toBe(
        'BAD_USER_INPUT',
      );
    });
  });
});
