import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CREATE, makeClaim, makeInput, type Result, writeAs } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import { PASSWORD, type Person, PUBLIC_URL } from './support/people.ts';

describe.each<DatabaseKind>(databases)('editing on %s', (kind) => {
  let room: Newsroom;
  let as: Record<'editor' | 'reviewer' | 'admin' | 'nobody', ReturnType<typeof writeAs>>;

  beforeAll(async () => {
    room = await openNewsroom(kind);
    as = {
      editor: writeAs(room, room.editor),
      reviewer: writeAs(room, room.reviewer),
      admin: writeAs(room, room.admin),
      nobody: writeAs(room, null),
    };
  });
  afterAll(() => room.close());

  const readRevision = async () =>
    (await room.db.prisma.dataRevision.findUniqueOrThrow({ where: { id: 1 } })).revision;
  const readRow = (slug: string) => room.db.prisma.count.findUniqueOrThrow({ where: { slug } });
  const readHistory = (slug: string) =>
    room.db.prisma.revision.findMany({ where: { slug }, orderBy: { version: 'asc' } });
  const isPublished = async (slug: string) => (await readRow(slug)).state === 'PUBLISHED';

  /** What a reader is shown of the record, and of the revision of all. */
  async function readAsPublic(slug: string, person: Person | null = null) {
    const query = `{ commitment(slug: "${slug}") { title state history { action actor reason changedFields } }
      dataset { revision } changes(first: 1) { nodes { slug action } } }`;
    return (await room.ask(person, query)).data;
  }

  async function publishNew(changes = {}) {
    const input = makeInput(changes);
    await as.editor.create(input);
    await as.editor.submit(input.slug, 1);
    const result = await as.reviewer.publish(input.slug, 2);
    expect(result).toMatchObject({
      __typename: 'CommitmentSaved',
      commitment: { state: 'PUBLISHED', version: 3 },
    });
    return input;
  }

  test('a draft becomes public through a second person, and the data revision rises by one', async () => {
    const before = await readRevision();
    const input = makeInput();
    const created = await as.editor.create(input, 'from the paper');
    expect(created).toMatchObject({
      __typename: 'CommitmentSaved',
      commitment: {
        slug: input.slug,
        state: 'DRAFT',
        version: 1,
        publishedAt: null,
        quantity: { low: 1000, high: 1200 },
      },
    });
    expect((await as.editor.submit(input.slug, 1)).commitment).toMatchObject({
      state: 'IN_REVIEW',
      version: 2,
    });
    expect(await readRevision()).toBe(before);
    expect((await readAsPublic(input.slug)).commitment).toBeNull();
    expect((await readAsPublic(input.slug, room.admin)).commitment).toBeNull();

    const published = await as.reviewer.publish(input.slug, 2);
    expect(published.commitment).toMatchObject({ state: 'PUBLISHED', version: 3, knownOn: '2024-09-05' });
    expect(Date.now() - Date.parse(published.commitment.publishedAt)).toBeLessThan(60_000);
    expect(await readRevision()).toBe(before + 1);
    expect(await readAsPublic(input.slug)).toEqual({
      commitment: {
        title: input.title,
        state: 'PUBLISHED',
        history: [{ action: 'PUBLISHED', actor: 'reviewer', reason: null, changedFields: [] }],
      },
      dataset: { revision: before + 1 },
      changes: { nodes: [{ slug: input.slug, action: 'PUBLISHED' }] },
    });

    const history = await readHistory(input.slug);
    expect(
      history.map(({ action, version, actorName, reason, isPublic, before: from }) => [
        action,
        version,
        actorName,
        reason,
        isPublic,
        from === null,
      ]),
    ).toEqual([
      ['CREATED', 1, 'editor', 'from the paper', false, true],
      ['SUBMITTED', 2, 'editor', null, false, false],
      ['PUBLISHED', 3, 'reviewer', null, true, false],
    ]);
    expect(history.map(({ after }) => after)).toEqual([input, input, input]);
  });

  test.each([
    ['create', (input: object, _: string) => as.nobody.create(input)],
    ['update', (input: object, slug: string) => as.nobody.update(slug, 1, input)],
    ['submit', (_: object, slug: string) => as.nobody.submit(slug, 1)],
    ['publish', (_: object, slug: string) => as.nobody.publish(slug, 1)],
    ['retract', (_: object, slug: string) => as.nobody.retract(slug, 1)],
  ])('nobody may %s without signing in', async (_, act) => {
    const input = makeInput();
    await as.editor.create(input);
    const changed = { ...input, title: 'Changed' };
    for (const result of [await act(changed, input.slug), await act(changed, 'no-such-record')]) {
      expect(result).toEqual({ __typename: 'NotAllowed', message: expect.stringMatching(/sign in/i) });
    }
    expect(await readRow(input.slug)).toMatchObject({ version: 1, title: input.title });
  });

  describe('roles', () => {
    const roles = ['editor', 'reviewer', 'admin'] as const;
    const saved = 'CommitmentSaved';
    const refused = 'NotAllowed';

    async function matrix(
      prepare: () => Promise<[slug: string, version: number]>,
      act: (role: (typeof roles)[number], slug: string, version: number) => Promise<Result>,
    ) {
      const results: string[] = [];
      for (const role of roles) {
        const [slug, version] = await prepare();
        const result = await act(role, slug, version);
        if (result.__typename === refused) expect(await readRow(slug)).toMatchObject({ version });
        results.push(result.__typename);
      }
      return results;
    }
    const draft = async (): Promise<[string, number]> => {
      const { slug } = makeInput();
      await as.editor.create(makeInput({ slug }));
      return [slug, 1];
    };
    const inReview = async (): Promise<[string, number]> => {
      const [slug] = await draft();
      await as.editor.submit(slug, 1);
      return [slug, 2];
    };
    const published = async (): Promise<[string, number]> => [(await publishNew()).slug, 3];

    test('everyone creates, changes and submits drafts', async () => {
      for (const role of roles) {
        const input = makeInput();
        expect((await as[role].create(input)).__typename).toBe(saved);
      }
      const change = (role: (typeof roles)[number], slug: string, version: number) =>
        as[role].update(slug, version, makeInput({ slug, title: 'Another' }));
      expect(await matrix(draft, change)).toEqual([saved, saved, saved]);
      expect(await matrix(inReview, change)).toEqual([saved, saved, saved]);
      expect(await matrix(draft, (role, slug, version) => as[role].submit(slug, version))).toEqual([
        saved,
        saved,
        saved,
      ]);
    });

    test('publishing another’s work needs a reviewer', async () => {
      const publish = (role: (typeof roles)[number], slug: string, version: number) =>
        as[role].publish(slug, version);
      const byAdmin = async (): Promise<[string, number]> => {
        const input = makeInput();
        await as.admin.create(input);
        await as.admin.submit(input.slug, 1);
        return [input.slug, 2];
      };
      expect((await matrix(byAdmin, publish)).slice(0, 2)).toEqual([refused, saved]);
      expect(await matrix(inReview, publish)).toEqual([refused, saved, saved]);
    });

    test('one’s own work is published by an administrator alone, and the history says so', async () => {
      const results: string[] = [];
      for (const role of roles) {
        const input = makeInput();
        await as[role].create(input);
        await as[role].submit(input.slug, 1);
        results.push((await as[role].publish(input.slug, 2, 'no one else here')).__typename);
        expect(await isPublished(input.slug)).toBe(role === 'admin');
        if (role !== 'admin') continue;
        const history = await readHistory(input.slug);
        expect(history.at(-1)).toMatchObject({
          action: 'PUBLISHED',
          reason: 'published own work: no one else here',
        });
      }
      expect(results).toEqual([refused, refused, saved]);
    });

    test('who changed it last has written it, whoever began', async () => {
      const [slug] = await inReview();
      expect((await as.reviewer.update(slug, 2, makeInput({ slug, title: 'Rewritten' }))).__typename).toBe(
        saved,
      );
      expect((await as.reviewer.publish(slug, 3)).__typename).toBe(refused);
      expect((await as.admin.publish(slug, 3)).__typename).toBe(saved);
      expect((await readHistory(slug)).at(-1)?.reason).toBeNull();
    });

    test('what readers see is changed and taken back by reviewers', async () => {
      const change = (role: (typeof roles)[number], slug: string, version: number) =>
        as[role].update(slug, version, makeInput({ slug, title: 'Corrected' }));
      expect(await matrix(published, change)).toEqual([refused, saved, saved]);
      const retract = (role: (typeof roles)[number], slug: string, version: number) =>
        as[role].retract(slug, version);
      expect(await matrix(published, retract)).toEqual([refused, saved, saved]);
    });
  });

  test('a change of a published record is public at once and counted once', async () => {
    const input = await publishNew();
    const before = await readRevision();
    const corrected = { ...input, claims: [makeClaim({ low: 900, high: 950 })] };
    const { commitment } = await as.reviewer.update(input.slug, 3, corrected, 'misread');
    expect(commitment).toMatchObject({ version: 4, state: 'PUBLISHED', quantity: { low: 900, high: 950 } });
    expect(await readRevision()).toBe(before + 1);
    const last = (await readHistory(input.slug)).at(-1);
    expect(last).toMatchObject({
      action: 'UPDATED',
      isPublic: true,
      reason: 'misread',
      before: input,
      after: corrected,
    });
  });

  test('saving what is there already writes nothing', async () => {
    const input = await publishNew();
    const before = await readRevision();
    const { commitment } = await as.reviewer.update(input.slug, 3, { ...input, title: `  ${input.title} ` });
    expect(commitment.version).toBe(3);
    expect(await readRevision()).toBe(before);
    expect(await readHistory(input.slug)).toHaveLength(3);
  });

  test('a record taken back keeps its reason, and can be published again', async () => {
    const input = await publishNew();
    const before = await readRevision();
    expect(await as.reviewer.retract(input.slug, 3, ' ')).toMatchObject({
      __typename: 'ValidationFailed',
      problems: [{ path: 'reason' }],
    });
    expect((await as.reviewer.retract(input.slug, 3, 'the paper withdrew it')).commitment.state).toBe(
      'RETRACTED',
    );
    expect(await readRow(input.slug)).toMatchObject({ retractedReason: 'the paper withdrew it', version: 4 });
    expect(await readRevision()).toBe(before + 1);
    expect(await as.reviewer.update(input.slug, 4, makeInput({ slug: input.slug }))).toMatchObject({
      problems: [{ path: 'state' }],
    });
    const asked = `{ commitment(slug: "${input.slug}") { slug } retraction(slug: "${input.slug}") { entity action reason version } }`;
    expect((await room.ask(null, asked)).data).toEqual({
      commitment: null,
      retraction: {
        entity: 'Commitment',
        action: 'RETRACTED',
        reason: 'the paper withdrew it',
        version: 4,
      },
    });
    const { publishedAt } = await readRow(input.slug);
    expect((await as.reviewer.publish(input.slug, 4)).commitment).toMatchObject({
      state: 'PUBLISHED',
      version: 5,
    });
    expect(await readRow(input.slug)).toMatchObject({ retractedReason: null, publishedAt });
    expect((await room.ask(null, asked)).data.retraction).toBeNull();
    expect(await readRevision()).toBe(before + 2);
  });

  test('states are passed in their order', async () => {
    const input = makeInput();
    await as.editor.create(input);
    const wrong = [
      await as.reviewer.publish(input.slug, 1),
      await as.reviewer.retract(input.slug, 1),
      await as.editor.submit((await publishNew()).slug, 3),
    ];
    for (const result of wrong) {
      expect(result).toMatchObject({ __typename: 'ValidationFailed', problems: [{ path: 'state' }] });
    }
  });

  test('an undated record is known from its sources, else from its publication', async () => {
    const silent = { statedOn: null };
    const bySource = await publishNew(silent);
    expect((await readRow(bySource.slug)).knownOn).toEqual(new Date('2024-09-30'));
    const undated = makeInput({ ...silent, claims: [makeClaim({ source: 'undated' })] });
    await as.editor.create(undated);
    await room.db.prisma.count.update({
      where: { slug: undated.slug },
      data: { knownOn: new Date('2020-01-01') },
    });
    await as.editor.submit(undated.slug, 1);
    await as.reviewer.publish(undated.slug, 2);
    const { knownOn, publishedAt } = await readRow(undated.slug);
    expect(knownOn.toISOString().slice(0, 10)).toBe(publishedAt?.toISOString().slice(0, 10));
  });

  test('editors see records in any state, last changed first; others are asked to sign in', async () => {
    const input = makeInput({ title: 'Zanzibar drill' });
    await as.editor.create(input);
    const one = `{ editableCommitment(slug: "${input.slug}") { title state } }`;
    const list =
      '{ editableCommitments(first: 1, state: [DRAFT], text: "zanzibar") { edges { node { slug } } } }';
    expect((await room.ask(room.editor, one)).data.editableCommitment).toEqual({
      title: input.title,
      state: 'DRAFT',
    });
    const [edge] = (await room.ask(room.editor, list)).data.editableCommitments.edges;
    expect(edge.node.slug).toBe(input.slug);
    expect(
      (await room.ask(room.editor, '{ editableCommitment(slug: "none") { slug } }')).data.editableCommitment,
    ).toBeNull();
    for (const query of [one, list]) {
      const answer = await room.ask(null, query);
      expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(JSON.stringify(answer)).not.toContain(input.title);
    }
    const stranger: Person = { ...room.editor, cookie: 'muster.session_token=forged' };
    expect((await room.ask(stranger, one)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('pages of records follow one another without gap or repetition', async () => {
    const slugs = new Set<string>();
    let after: string | null = null;
    const query = `query ($after: String) { editableCommitments(first: 4, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } nodes { slug } } }`;
    for (let page = 0; page < 40; page++) {
      const { editableCommitments }: Result = (await room.ask(room.editor, query, { after })).data;
      for (const { slug } of editableCommitments.nodes) slugs.add(slug);
      after = editableCommitments.pageInfo.endCursor;
      if (editableCommitments.pageInfo.hasNextPage) continue;
      expect(slugs.size).toBe(editableCommitments.totalCount);
      expect(slugs.size).toBe(await room.db.prisma.count.count());
      return;
    }
    throw new Error('the pages have no end');
  });

  test.each(['https://evil.example', 'http://localhost:3001', 'null', undefined])(
    'a mutation with a session from origin %s is refused',
    async (origin) => {
      const input = makeInput();
      const answer = await room.ask(room.admin, CREATE, { input }, { origin });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await room.db.prisma.count.count({ where: { slug: input.slug } })).toBe(0);
    },
  );

  test('a page at another spelling of this machine may write; reading asks for no origin', async () => {
    const local = { origin: PUBLIC_URL.replace('localhost', '127.0.0.1') };
    expect((await room.ask(room.editor, CREATE, { input: makeInput() }, local)).data.result.__typename).toBe(
      'CommitmentSaved',
    );
    const answer = await room.ask(room.editor, '{ viewer { name } }', {}, { origin: 'https://evil.example' });
    expect(answer.data.viewer.name).toBe('editor');
  });

  test('a form of another site cannot send a mutation', async () => {
    const answer = await room.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { cookie: room.admin.cookie, 'content-type': 'text/plain', origin: PUBLIC_URL },
      payload: JSON.stringify({ query: CREATE, variables: { input: makeInput() } }),
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  });

  test('passwords and tokens of sessions are in no log', async () => {
    const sessions = await room.db.prisma.session.findMany({ select: { token: true } });
    expect(sessions.length).toBeGreaterThanOrEqual(3);
    for (const word of [PASSWORD, ...sessions.map(({ token }) => token)]) {
      expect(room.logs.join('')).not.toContain(word);
    }
  });
});
