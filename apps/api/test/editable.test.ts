import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeInput, type Result, resultOf } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { kinds, writeKind } from './support/entities.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import type { Person } from './support/people.ts';

const RECORD = `entity slug title version state isSeen retractedReason input createdBy changedBy changedAt isOwn
  actions referrers`;

const SEND_BACK = `mutation ($entity: RecordEntity!, $slug: String!, $version: Int!, $reason: String!) {
  result: sendBackRecord(entity: $entity, slug: $slug, version: $version, reason: $reason) {
    __typename ... on RecordSentBack { entity slug version } ... on ValidationFailed { problems { path message } }
    ... on NotAllowed { message } ... on NotFound { message }
    ... on EditConflict { currentVersion fields { field } } } }`;

const moving = kinds.filter(({ hasStates }) => hasStates);

describe.each<DatabaseKind>(databases)('records as editors see them on %s', (database) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(database);
  });
  afterAll(() => room.close());

  async function see(person: Person | null, entity: string, slug: string): Promise<Result> {
    const query = `query ($slug: String!) { record: editableRecord(entity: ${entity}, slug: $slug) { ${RECORD} } }`;
    const { data, errors } = await room.ask(person, query, { slug });
    return errors[0]?.extensions.code ?? data.record;
  }
  const sendBack = async (person: Person | null, target: object, headers = {}) =>
    room.ask(person, SEND_BACK, { reason: 'the year is missing', ...target }, headers);
  const readAll = (query: string, person: Person) => room.ask(person, query).then(({ data }) => data.list);

  test.each(kinds.map((kind) => [kind.type, kind] as const))('%s is given whole', async (_, kind) => {
    const input = kind.make();
    await writeKind(room, kind, room.editor).create(input);
    const record = await see(room.editor, kind.entity, input.slug);
    expect(record).toMatchObject({
      entity: kind.entity,
      slug: input.slug,
      title: input.title ?? input.name,
      version: 1,
      state: kind.hasStates ? 'DRAFT' : null,
      isSeen: false,
      retractedReason: null,
      createdBy: 'editor',
      changedBy: 'editor',
      isOwn: true,
      actions: kind.hasStates ? ['UPDATE', 'SUBMIT', 'DELETE'] : ['UPDATE', 'DELETE'],
      referrers: [],
    });
    expect(JSON.parse(record.input)).toEqual(input);
    expect(Date.now() - Date.parse(record.changedAt)).toBeLessThan(60_000);
    expect(await see(room.editor, kind.entity, 'no-such-record')).toBeNull();
    expect(await see(null, kind.entity, input.slug)).toBe('UNAUTHENTICATED');
  });

  test('countries and links are given too, and records that nobody is known to have written', async () => {
    expect(await see(room.editor, 'COUNTRY', 'KEN')).toMatchObject({
      title: 'Kenya',
      isSeen: true,
      createdBy: null,
      changedBy: null,
      isOwn: false,
      actions: [],
    });
    expect((await see(room.reviewer, 'COUNTRY', 'KEN')).actions).toEqual(['UPDATE']);
    const commitment = moving[0];
    if (!commitment) throw new Error('no kind');
    const [from, to] = [commitment.make(), commitment.make()];
    for (const input of [from, to]) await writeKind(room, commitment, room.editor).create(input);
    const input = { from: from.slug, to: to.slug, relation: 'PART_OF', basis: 'STATED' };
    const created = await room.ask(
      room.editor,
      'mutation ($input: LinkInput!) { result: createLink(input: $input) { ... on LinkSaved { link { key } } } }',
      { input },
    );
    const { key } = resultOf(created).link;
    expect(await see(room.editor, 'LINK', key)).toMatchObject({
      slug: key,
      title: `${from.slug} → ${to.slug}`,
      state: null,
      isSeen: false,
      isOwn: true,
    });
    expect((await see(room.editor, 'COMMITMENT', from.slug)).referrers).toEqual([
      `the link ${from.slug} PART_OF ${to.slug}`,
    ]);
    expect((await see(room.editor, 'SOURCE', 'daily-2024')).referrers.length).toBeGreaterThan(0);
  });

  test('what a person may do follows from role, state and authorship, and is what the mutations allow', async () => {
    const input = makeInput();
    const kind = moving[0];
    if (!kind) throw new Error('no kind');
    const by = {
      editor: writeKind(room, kind, room.editor),
      reviewer: writeKind(room, kind, room.reviewer),
      admin: writeKind(room, kind, room.admin),
    };
    const actions = async () => {
      const people = [room.editor, room.reviewer, room.admin];
      return Promise.all(people.map(async (p) => (await see(p, 'COMMITMENT', input.slug)).actions.join(' ')));
    };
    await by.reviewer.create(input);
    expect(await actions()).toEqual(['UPDATE SUBMIT DELETE', 'UPDATE SUBMIT DELETE', 'UPDATE SUBMIT DELETE']);
    await by.reviewer.submit(input.slug, 1);
    expect(await actions()).toEqual([
      'UPDATE DELETE',
      'UPDATE SEND_BACK DELETE',
      'UPDATE SEND_BACK PUBLISH DELETE',
    ]);
    expect((await by.reviewer.publish(input.slug, 2)).__typename).toBe('NotAllowed');
    await by.admin.publish(input.slug, 2);
    expect(await actions()).toEqual(['', 'UPDATE RETRACT', 'UPDATE RETRACT']);
    await by.reviewer.retract(input.slug, 3, 'misread');
    expect(await actions()).toEqual(['', '', 'PUBLISH']);
    expect(await see(room.editor, 'COMMITMENT', input.slug)).toMatchObject({
      state: 'RETRACTED',
      retractedReason: 'misread',
      isSeen: true,
      createdBy: 'reviewer',
      isOwn: false,
    });
  });

  describe.each(moving.map((kind) => [kind.type, kind] as const))('%s in review', (_, kind) => {
    async function submitNew(by: Person) {
      const input = kind.make();
      const write = writeKind(room, kind, by);
      await write.create(input);
      await write.submit(input.slug, 1);
      return { entity: kind.entity, slug: input.slug, version: 2, input };
    }

    test('goes back to its author with a reason, and comes again', async () => {
      const { input, ...target } = await submitNew(room.editor);
      const before = (await room.ask(null, '{ dataset { revision } }')).data.dataset.revision;
      expect(resultOf(await sendBack(room.reviewer, { ...target, reason: '<b>year</b>' }))).toEqual({
        __typename: 'RecordSentBack',
        entity: kind.entity,
        slug: input.slug,
        version: 3,
      });
      expect(await see(room.editor, kind.entity, input.slug)).toMatchObject({
        state: 'DRAFT',
        isOwn: true,
        changedBy: 'reviewer',
        actions: ['UPDATE', 'SUBMIT', 'DELETE'],
      });
      const history = `{ recordHistory(entity: ${kind.entity}, slug: "${input.slug}") { action reason isPublic } }`;
      expect((await room.ask(room.editor, history)).data.recordHistory[0]).toEqual({
        action: 'SENT_BACK',
        reason: '<b>year</b>',
        isPublic: false,
      });
      const seen = await room.ask(null, '{ dataset { revision } changes(first: 500) { nodes { slug } } }');
      expect(seen.data.dataset.revision).toBe(before);
      expect(seen.data.changes.nodes.map(({ slug }: { slug: string }) => slug)).not.toContain(input.slug);
      const write = writeKind(room, kind, room.editor);
      expect((await write.submit(input.slug, 3)).record).toMatchObject({ state: 'IN_REVIEW', version: 4 });
      expect((await writeKind(room, kind, room.reviewer).publish(input.slug, 4)).record.version).toBe(5);
    });

    test('is taken back by its author, by no other editor, and from no other site', async () => {
      const { input: _, ...target } = await submitNew(room.reviewer);
      expect(resultOf(await sendBack(null, target)).message).toMatch(/sign in/i);
      expect(resultOf(await sendBack(room.editor, target))).toMatchObject({
        __typename: 'NotAllowed',
        message: expect.stringContaining('REVIEWER'),
      });
      const foreign = await sendBack(room.reviewer, target, { origin: 'https://evil.example' });
      expect(foreign.errors[0]?.extensions.code).toBe('FORBIDDEN');
      const { input: __, ...own } = await submitNew(room.editor);
      expect(resultOf(await sendBack(room.editor, own)).__typename).toBe('RecordSentBack');
      expect(await see(room.editor, kind.entity, target.slug)).toMatchObject({ state: 'IN_REVIEW' });
    });

    test('is not sent back without a reason, unread, or from another state', async () => {
      const { input, ...target } = await submitNew(room.editor);
      for (const reason of ['', '  ', 'x'.repeat(1001), 'a\u0007b']) {
        const result = resultOf(await sendBack(room.reviewer, { ...target, reason }));
        expect(result.problems).toMatchObject([{ path: 'reason' }]);
      }
      expect(resultOf(await sendBack(room.reviewer, { ...target, version: 1 }))).toMatchObject({
        __typename: 'EditConflict',
        currentVersion: 2,
      });
      expect(resultOf(await sendBack(room.reviewer, { ...target, slug: 'none-such' })).__typename).toBe(
        'NotFound',
      );
      await sendBack(room.reviewer, target);
      expect(resultOf(await sendBack(room.reviewer, { ...target, version: 3 })).problems).toMatchObject([
        { path: 'state' },
      ]);
      expect((await see(room.editor, kind.entity, input.slug)).version).toBe(3);
    });
  });

  test('what has no states is not sent back', async () => {
    const target = { entity: 'SOURCE', slug: 'daily-2024', version: 1 };
    expect(resultOf(await sendBack(room.reviewer, target)).problems).toMatchObject([{ path: 'entity' }]);
    expect(resultOf(await sendBack(null, target)).__typename).toBe('NotAllowed');
  });

  test('the queue and the drafts of one person are told, last changed first', async () => {
    const written: string[] = [];
    for (const kind of moving) {
      const input = kind.make();
      await writeKind(room, kind, room.admin).create(input);
      written.unshift(input.slug);
    }
    const drafts = '{ list: myDrafts { entity slug isOwn state changedBy actions } }';
    const mine = await readAll(drafts, room.admin);
    expect(mine.map(({ slug }: Result) => slug)).toEqual(written);
    expect(mine[0]).toEqual({
      entity: 'EVENT',
      slug: written[0],
      isOwn: true,
      state: 'DRAFT',
      changedBy: 'admin',
      actions: ['UPDATE', 'SUBMIT', 'DELETE'],
    });
    const [first] = moving;
    if (!first) throw new Error('no kind');
    const slug = written.at(-1) as string;
    await writeKind(room, first, room.admin).submit(slug, 1);
    const queue = await readAll('{ list: reviewQueue { slug state isOwn } }', room.reviewer);
    expect(queue[0]).toEqual({ slug, state: 'IN_REVIEW', isOwn: false });
    expect(queue.every(({ state }: Result) => state === 'IN_REVIEW')).toBe(true);
    expect((await readAll(drafts, room.admin)).map((r: Result) => r.slug)).toEqual(written.slice(0, -1));
    expect(await readAll('{ list: reviewQueue(limit: 1) { slug } }', room.editor)).toEqual([{ slug }]);
    for (const field of ['reviewQueue', 'myDrafts']) {
      expect((await room.ask(null, `{ ${field} { slug } }`)).errors[0]?.extensions.code).toBe(
        'UNAUTHENTICATED',
      );
      for (const limit of [0, -1, 501]) {
        const { errors } = await room.ask(room.editor, `{ ${field}(limit: ${limit}) { slug } }`);
        expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
      }
    }
  });
});
