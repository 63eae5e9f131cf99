import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { createOf, type Kind, kinds, writeKind } from './support/entities.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const pathsOf = (result: Result) => result.problems?.map(({ path }: { path: string }) => path) ?? result;

describe.each<DatabaseKind>(databases)('records of every kind on %s', (database) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(database);
  });
  afterAll(() => room.close());

  const readRevision = async () =>
    (await room.db.prisma.dataRevision.findUniqueOrThrow({ where: { id: 1 } })).revision;
  const readInput = async ({ type, key }: Kind, name: string, field: string) =>
    (
      await room.ask(
        room.editor,
        `{ record: editable${type}(${key}: "${name}") { field: ${field} version } }`,
      )
    ).data.record;
  const byRole = (kind: Kind) => ({
    nobody: writeKind(room, kind, null),
    editor: writeKind(room, kind, room.editor),
    reviewer: writeKind(room, kind, room.reviewer),
  });

  describe.each(kinds.map((kind) => [kind.type, kind] as const))('%s', (_, kind) => {
    test('is written, changed and deleted, each with its revision', async () => {
      const { editor } = byRole(kind);
      const input = kind.make();
      const before = await readRevision();
      const created = await editor.create(input);
      expect(created).toMatchObject({
        __typename: `${kind.type}Saved`,
        record: { key: input.slug, version: 1 },
      });
      const changed = { ...input, ...kind.changes[0] };
      expect(await editor.update(input.slug, 1, changed)).toMatchObject({ record: { version: 2 } });
      expect(await editor.update(input.slug, 2, changed)).toMatchObject({ record: { version: 2 } });
      expect(await editor.remove(input.slug, 2, 'written by mistake')).toEqual({
        __typename: 'RecordDeleted',
        entity: kind.entity,
        slug: input.slug,
      });
      const history = await room.db.prisma.revision.findMany({
        where: { entity: kind.type, slug: input.slug },
        orderBy: { version: 'asc' },
      });
      const isPublic = !kind.hasStates;
      expect(history).toMatchObject([
        { action: 'CREATED', version: 1, before: null, after: input, isPublic, actorName: 'editor' },
        { action: 'UPDATED', version: 2, before: input, after: changed, isPublic },
        { action: 'DELETED', version: 3, before: changed, after: null, reason: 'written by mistake' },
      ]);
      expect(await readRevision()).toBe(before + (isPublic ? 3 : 0));
      const gone = await editor.update(input.slug, 2, input);
      expect(gone).toEqual({ __typename: 'NotFound', message: expect.stringContaining('editor deleted it') });
    });

    test('is written by nobody who is not signed in, nor from another site', async () => {
      const { nobody, editor } = byRole(kind);
      const input = kind.make();
      await editor.create(input);
      const moves = kind.hasStates
        ? (['submit', 'publish', 'retract', 'remove'] as const)
        : ['remove' as const];
      const results = [
        await nobody.create(kind.make()),
        await nobody.update(input.slug, 1, { ...input, ...kind.changes[0] }),
        ...(await Promise.all(moves.map((move) => nobody[move](input.slug, 1, 'why')))),
      ];
      for (const result of results) {
        expect(result).toEqual({ __typename: 'NotAllowed', message: expect.stringMatching(/sign in/i) });
      }
      const foreign = kind.make();
      const answer = await room.ask(
        room.admin,
        createOf(kind),
        { input: foreign },
        { origin: 'https://evil.example' },
      );
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await readInput(kind, foreign.slug, kind.text)).toBeNull();
      expect(await readInput(kind, input.slug, kind.text)).toEqual({ field: input[kind.text], version: 1 });
    });

    test('of a foreign version is not touched', async () => {
      const { editor } = byRole(kind);
      const input = kind.make();
      await editor.create(input);
      for (const version of [0, -1, 7]) {
        const result = await editor.update(input.slug, version, { ...input, ...kind.changes[0] });
        expect(result).toMatchObject({ currentVersion: 1, fields: [] });
        expect(await editor.remove(input.slug, version)).toMatchObject({
          __typename: 'EditConflict',
          fields: [],
        });
      }
      expect(await readInput(kind, input.slug, kind.text)).toMatchObject({ version: 1 });
    });

    test('names the field of what is wrong', async () => {
      const { editor } = byRole(kind);
      const input = kind.make();
      await editor.create(input);
      for (const [path, change] of kind.wrong) {
        const wrong = { ...kind.make(), ...change };
        expect(pathsOf(await editor.create(wrong))).toContain(path);
        expect(await readInput(kind, wrong.slug, kind.text)).toBeNull();
        expect(pathsOf(await editor.update(input.slug, 1, { ...wrong, slug: input.slug }))).toContain(path);
      }
      expect(pathsOf(await editor.create({ ...kind.make(), slug: input.slug }))).toContain('slug');
      expect(pathsOf(await editor.create({ ...kind.make(), slug: 'Not A Slug' }))).toContain('slug');
      expect(await readInput(kind, input.slug, kind.text)).toMatchObject({ version: 1 });
    });

    test('keeps markup as text', async () => {
      const text = '<script>alert(1)</script> & <b>bold</b>';
      const input = { ...kind.make(), [kind.text]: text };
      await byRole(kind).editor.create(input);
      expect(await readInput(kind, input.slug, kind.text)).toEqual({ field: text, version: 1 });
    });

    test('changed in different fields by two at once holds both; in the same field, the second is told', async () => {
      const { editor, reviewer } = byRole(kind);
      const input = kind.make();
      await editor.create(input);
      const [one, other] = kind.changes;
      const both = await Promise.all([
        editor.update(input.slug, 1, { ...input, ...one }),
        reviewer.update(input.slug, 1, { ...input, ...other }),
      ]);
      expect(both.map(({ record }) => record?.version).sort()).toEqual([2, 3]);
      const [last] = await room.db.prisma.revision.findMany({
        where: { entity: kind.type, slug: input.slug },
        orderBy: { version: 'desc' },
      });
      expect(last).toMatchObject({ version: 3, after: { ...input, ...one, ...other } });

      const text = kind.text;
      const same = await Promise.all([
        editor.update(input.slug, 3, { ...input, ...one, ...other, [text]: 'By the editor' }),
        reviewer.update(input.slug, 3, { ...input, ...one, ...other, [text]: 'By the reviewer' }),
      ]);
      const conflict = same.find((result) => !result.record);
      const winner = same.findIndex((result) => result.record);
      const [theirs, mine] =
        winner === 0 ? ['By the editor', 'By the reviewer'] : ['By the reviewer', 'By the editor'];
      const original = { ...input, ...one, ...other }[text];
      expect(conflict).toMatchObject({
        currentVersion: 4,
        changedBy: winner === 0 ? 'editor' : 'reviewer',
        fields: [{ field: text, ...json({ original, theirs, mine }) }],
      });
      expect(Date.now() - Date.parse(conflict.changedAt)).toBeLessThan(60_000);
      expect(await readInput(kind, input.slug, text)).toEqual({ field: theirs, version: 4 });
    });

    test('deleted and changed at once: whoever comes second is told, and nothing half is left', async () => {
      const { editor, reviewer } = byRole(kind);
      const input = kind.make();
      await editor.create(input);
      const [removed, changed] = await Promise.all([
        editor.remove(input.slug, 1),
        reviewer.update(input.slug, 1, { ...input, ...kind.changes[0] }),
      ]);
      const actions = (
        await room.db.prisma.revision.findMany({ where: { entity: kind.type, slug: input.slug } })
      ).map(({ action }) => action);
      if (changed.record) {
        expect(removed).toMatchObject({
          __typename: 'EditConflict',
          changedBy: 'reviewer',
          currentVersion: 2,
        });
        const [field] = Object.keys(kind.changes[0]);
        expect(removed.fields).toMatchObject([{ field, mine: null }]);
        expect(actions.sort()).toEqual(['CREATED', 'UPDATED']);
      } else {
        expect(removed.__typename).toBe('RecordDeleted');
        expect(changed).toMatchObject({ __typename: 'NotFound' });
        expect(actions.sort()).toEqual(['CREATED', 'DELETED']);
      }
    });

    test('goes back to what it said at a version, and its history stays', async () => {
      const { editor } = byRole(kind);
      const input = kind.make();
      await editor.create(input);
      await editor.update(input.slug, 1, { ...input, ...kind.changes[0] });
      const restore = `mutation ($entity: RecordEntity!, $slug: String!, $version: Int!, $to: Int!) {
        result: restoreRevision(entity: $entity, slug: $slug, version: $version, to: $to, reason: "misread") {
          __typename ... on RevisionRestored { version slug } ... on NotAllowed { message }
          ... on ValidationFailed { problems { path } } } }`;
      const target = { entity: kind.entity, slug: input.slug, version: 2 };
      const send = async (person: Newsroom['editor'] | null, to: number) =>
        (await room.ask(person, restore, { ...target, to })).data.result;
      expect((await send(null, 1)).__typename).toBe('NotAllowed');
      expect(pathsOf(await send(room.editor, 9))).toEqual(['to']);
      expect(await send(room.editor, 1)).toEqual({
        __typename: 'RevisionRestored',
        version: 3,
        slug: input.slug,
      });
      const history = `{ recordHistory(entity: ${kind.entity}, slug: "${input.slug}") {
        version action actor reason before after changedFields } }`;
      const { recordHistory } = (await room.ask(room.editor, history)).data;
      expect(recordHistory.map(({ version }: Result) => version)).toEqual([3, 2, 1]);
      expect(recordHistory[0]).toMatchObject({
        action: 'UPDATED',
        actor: 'editor',
        reason: 'restored version 1: misread',
        changedFields: Object.keys(kind.changes[0]),
      });
      expect(JSON.parse(recordHistory[0].after)).toEqual(input);
      expect(JSON.parse(recordHistory[1].before)).toEqual(input);
      expect((await room.ask(null, history)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });
  });
});

const json = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
