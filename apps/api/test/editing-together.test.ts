import type { DatabaseKind } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClaim, type Result } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { createOf, type Kind, kinds, writeKind } from './support/entities.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const kindOf = (type: string) => kinds.find((kind) => kind.type === type) as Kind;
const LINK = { type: 'Link', key: 'key', entity: 'LINK', hasStates: false } as const;
const COUNTRY = { type: 'Country', key: 'iso3', entity: 'COUNTRY', hasStates: false } as const;
const pathsOf = (result: Result) => result.problems?.map(({ path }: { path: string }) => path) ?? result;

describe.each<DatabaseKind>(databases)('records that hang together on %s', (database) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(database);
  });
  afterAll(() => room.close());

  const as = (kind: Parameters<typeof writeKind>[1]) => ({
    nobody: writeKind(room, kind, null),
    editor: writeKind(room, kind, room.editor),
    reviewer: writeKind(room, kind, room.reviewer),
  });
  const readRevision = async () =>
    (await room.db.prisma.dataRevision.findUniqueOrThrow({ where: { id: 1 } })).revision;

  async function write(type: string, changes: object = {}): Promise<Record<string, any>> {
    const kind = kindOf(type);
    const input = { ...kind.make(), ...changes };
    expect((await as(kind).editor.create(input)).__typename).toBe(`${type}Saved`);
    return input;
  }

  async function publish(type: string, changes: object = {}): Promise<Record<string, any>> {
    const kind = kindOf(type);
    const input = await write(type, changes);
    await as(kind).editor.submit(input.slug, 1);
    expect(await as(kind).reviewer.publish(input.slug, 2)).toMatchObject({ record: { state: 'PUBLISHED' } });
    return input;
  }

  const link = (from: string, to: string, relation = 'PART_OF') => ({
    from,
    to,
    relation,
    basis: 'INFERRED',
    note: null,
    source: null,
  });

  describe.each(['Commitment', 'ReportedTotal', 'Event'])('%s', (type) => {
    const kind = kindOf(type);
    const one = kind.changes[0];

    test('goes from draft to readers by a second person, and back with a reason', async () => {
      const { editor, reviewer } = as(kind);
      const before = await readRevision();
      const input = await publish(type);
      expect(await readRevision()).toBe(before + 1);
      expect((await editor.update(input.slug, 3, { ...input, ...one })).__typename).toBe('NotAllowed');
      expect((await editor.retract(input.slug, 3, 'wrong')).__typename).toBe('NotAllowed');
      expect(pathsOf(await editor.remove(input.slug, 3))).toMatchObject({ __typename: 'NotAllowed' });
      expect(pathsOf(await reviewer.remove(input.slug, 3))).toEqual(['state']);
      const renamed = { ...input, slug: `${input.slug}-renamed` };
      expect(pathsOf(await reviewer.update(input.slug, 3, renamed))).toEqual(['slug']);
      expect(await reviewer.retract(input.slug, 3, 'wrong')).toMatchObject({
        record: { state: 'RETRACTED' },
      });
      expect(await readRevision()).toBe(before + 2);
      const own = { ...kind.make() };
      await reviewer.create(own);
      await reviewer.submit(own.slug, 1);
      expect((await reviewer.publish(own.slug, 2)).__typename).toBe('NotAllowed');
    });

    test('published or taken back while it is edited: the editor is told of the state', async () => {
      const { editor, reviewer } = as(kind);
      const input = await write(type);
      await editor.submit(input.slug, 1);
      const [published, changed] = await Promise.all([
        reviewer.publish(input.slug, 2),
        editor.update(input.slug, 2, { ...input, ...one }),
      ]);
      if (published.record) {
        expect(changed.__typename).toBe('NotAllowed');
        expect(await reviewer.update(input.slug, 2, { ...input, ...one })).toMatchObject({
          currentVersion: 3,
          fields: [{ field: 'state', original: '"IN_REVIEW"', theirs: '"PUBLISHED"', mine: null }],
        });
      } else {
        expect(changed.record.version).toBe(3);
        expect(published).toMatchObject({ changedBy: 'editor', fields: [{ field: 'title', mine: null }] });
        expect((await reviewer.publish(input.slug, 3)).record.version).toBe(4);
      }

      const other = await publish(type);
      const admin = writeKind(room, kind, room.admin);
      const [retracted, corrected] = await Promise.all([
        reviewer.retract(other.slug, 3, 'wrong'),
        admin.update(other.slug, 3, { ...other, ...one }),
      ]);
      expect([Boolean(retracted.record), Boolean(corrected.record)].sort()).toEqual([false, true]);
      const told = retracted.record ? corrected : retracted;
      expect(told).toMatchObject({
        currentVersion: 4,
        fields: [{ field: retracted.record ? 'state' : 'title' }],
      });
    });

    test('sent to review while it is edited keeps both', async () => {
      const { editor, reviewer } = as(kind);
      const input = await write(type);
      await editor.submit(input.slug, 1);
      const answer = await reviewer.update(input.slug, 1, { ...input, ...one });
      expect(answer).toMatchObject({ record: { version: 3, state: 'IN_REVIEW' } });
    });
  });

  test('claims of different sources merge, those of the same source do not', async () => {
    const kind = kindOf('Commitment');
    const { editor, reviewer } = as(kind);
    const second = makeClaim({ source: 'undated', low: 900, high: 900 });
    const input = await write('Commitment', { claims: [makeClaim(), second] });
    const [first] = input.claims;
    await editor.update(input.slug, 1, { ...input, claims: [{ ...first, low: 1100 }, second] });
    const merged = await reviewer.update(input.slug, 1, {
      ...input,
      claims: [first, { ...second, low: 800 }],
    });
    expect(merged.record.version).toBe(3);
    const { after } = await room.db.prisma.revision.findFirstOrThrow({
      where: { slug: input.slug, version: 3 },
    });
    expect((after as any).claims.map(({ low }: { low: number }) => low)).toEqual([1100, 800]);
    const conflict = await editor.update(input.slug, 2, {
      ...input,
      claims: [first, { ...second, low: 700 }],
    });
    expect(conflict.fields.map(({ field }: Result) => field)).toEqual(['claims']);
  });

  test('what published records rest on is changed by reviewers, keeps its slug, and is not deleted', async () => {
    const source = await write('Source');
    const program = await write('Program');
    const provider = await write('Provider');
    const group = await write('Group');
    await publish('Commitment', {
      program: program.slug,
      providers: [provider.code],
      recipientScope: 'GROUP',
      recipients: [{ country: null, group: group.code, shareLow: null, shareHigh: null }],
      claims: [makeClaim({ source: source.slug })],
    });
    for (const [type, input] of Object.entries({
      Source: source,
      Program: program,
      Provider: provider,
      Group: group,
    })) {
      const kind = kindOf(type);
      const { editor, reviewer } = as(kind);
      const changed = { ...input, [kind.text]: 'Corrected' };
      expect(await editor.update(input.slug, 1, changed)).toEqual({
        __typename: 'NotAllowed',
        message: expect.stringContaining('REVIEWER'),
      });
      expect((await editor.remove(input.slug, 1)).__typename).toBe('NotAllowed');
      const before = await readRevision();
      expect((await reviewer.update(input.slug, 1, changed)).record.version).toBe(2);
      expect(await readRevision()).toBe(before + 1);
      const refused = await reviewer.remove(input.slug, 2);
      expect(refused.problems).toEqual([{ path: '', message: expect.stringContaining('pledge-of-') }]);
      expect(pathsOf(await reviewer.update(input.slug, 2, { ...changed, slug: 'another-slug' }))).toEqual([
        'slug',
      ]);
    }
  });

  test('a source that gets a date dates what rests on it alone', async () => {
    const source = await write('Source', { publishedOn: null });
    const claims = [makeClaim({ source: source.slug })];
    const { slug } = await publish('Commitment', { statedOn: null, claims });
    const dated = { ...source, publishedOn: { date: '2023-05-01', precision: 'MONTH' } };
    await as(kindOf('Source')).reviewer.update(source.slug, 1, dated);
    const { knownOn } = await room.db.prisma.count.findUniqueOrThrow({ where: { slug } });
    expect(knownOn).toEqual(new Date('2023-05-31'));
  });

  test('a source does not derive from what derives from it, nor an event replace what replaces it', async () => {
    const first = await write('Source');
    const second = await write('Source', { derivedFrom: first.slug });
    const circle = { ...first, derivedFrom: second.slug };
    expect(pathsOf(await as(kindOf('Source')).editor.update(first.slug, 1, circle))).toEqual(['derivedFrom']);
    const old = await write('Event');
    const later = await write('Event', { supersedes: old.slug });
    const back = { ...old, supersedes: later.slug };
    expect(pathsOf(await as(kindOf('Event')).editor.update(old.slug, 1, back))).toEqual(['supersedes']);
  });

  describe('links', () => {
    test('between published counts are a reviewer’s, and tell readers', async () => {
      const { nobody, editor, reviewer } = as(LINK);
      const part = await publish('Commitment');
      const whole = await publish('Commitment');
      const input = link(part.slug, whole.slug);
      expect((await nobody.create(input)).__typename).toBe('NotAllowed');
      expect((await editor.create(input)).__typename).toBe('NotAllowed');
      const foreign = await room.ask(
        room.admin,
        createOf(LINK),
        { input },
        { origin: 'https://evil.example' },
      );
      expect(foreign.errors[0]?.extensions.code).toBe('FORBIDDEN');
      const before = await readRevision();
      const { record } = await reviewer.create(input);
      expect(await readRevision()).toBe(before + 1);
      expect(pathsOf(await reviewer.create(input))).toEqual(['to']);
      const noted = { ...input, note: '<b>because</b>' };
      expect((await editor.update(record.key, 1, noted)).__typename).toBe('NotAllowed');
      expect((await reviewer.update(record.key, 1, noted)).record.version).toBe(2);
      expect((await editor.remove(record.key, 2)).__typename).toBe('NotAllowed');
      const list = `{ editableLinks(count: "${part.slug}", first: 1, text: "because") { totalCount
        nodes { key note version from { slug } to { slug } } } }`;
      expect((await room.ask(room.editor, list)).data.editableLinks).toEqual({
        totalCount: 1,
        nodes: [
          {
            key: record.key,
            note: '<b>because</b>',
            version: 2,
            from: { slug: part.slug },
            to: { slug: whole.slug },
          },
        ],
      });
      expect(await reviewer.remove(record.key, 1)).toMatchObject({ fields: [{ field: 'note' }] });
      expect(await reviewer.remove(record.key, 2)).toMatchObject({
        __typename: 'RecordDeleted',
        slug: record.key,
      });
      expect((await reviewer.update(record.key, 2, input)).__typename).toBe('NotFound');
    });

    test('to a draft are an editor’s, name what exists, and keep the draft from being deleted', async () => {
      const { editor } = as(LINK);
      const part = await write('Commitment');
      const whole = await write('ReportedTotal');
      expect(pathsOf(await editor.create(link(part.slug, 'none-such')))).toEqual(['to']);
      expect(pathsOf(await editor.create(link(part.slug, part.slug)))).toEqual(['to']);
      const before = await readRevision();
      const { record } = await editor.create(link(part.slug, whole.slug));
      expect(await readRevision()).toBe(before);
      expect(pathsOf(await as(kindOf('Commitment')).editor.remove(part.slug, 1))).toEqual(['']);
      expect((await editor.remove(record.key, 1)).__typename).toBe('RecordDeleted');
      for (const key of ['0', 'x', '99999999999']) {
        expect((await editor.remove(key, 1)).__typename).toBe('NotFound');
      }
    });

    test('close no circle, which is named by titles, and two written at once close none either', async () => {
      const { editor } = as(LINK);
      const [a, b, c] = [
        await write('Commitment', { title: 'Alpha' }),
        await write('Commitment', { title: 'Beta' }),
        await write('Commitment', { title: 'Gamma' }),
      ] as [Result, Result, Result];
      await editor.create(link(a.slug, b.slug));
      await editor.create(link(b.slug, c.slug, 'SAME_AS'));
      const closed = await editor.create(link(c.slug, a.slug, 'MAY_BE_PART_OF'));
      expect(pathsOf(closed)).toEqual(['relation']);
      for (const title of ['Alpha', 'Beta', 'Gamma'])
        expect(closed.problems[0].message).toContain(`“${title}”`);
      expect((await editor.create(link(c.slug, a.slug, 'SUPERSEDES'))).__typename).toBe('LinkSaved');
      expect(pathsOf(await editor.create(link(a.slug, b.slug, 'SUPERSEDES')))).toEqual(['relation']);

      const [d, e] = [await write('Commitment'), await write('Commitment')] as [Result, Result];
      const both = await Promise.all([
        editor.create(link(d.slug, e.slug)),
        as(LINK).reviewer.create(link(e.slug, d.slug)),
      ]);
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['LinkSaved', 'ValidationFailed']);
    });
  });

  test('a country’s name is a reviewer’s to change', async () => {
    const { nobody, editor, reviewer } = as(COUNTRY);
    for (const person of [nobody, editor]) {
      expect((await person.update('KEN', 1, { name: 'Republic of Kenya' })).__typename).toBe('NotAllowed');
    }
    expect(pathsOf(await reviewer.update('KEN', 1, { name: ' ' }))).toEqual(['name']);
    expect((await reviewer.update('ZZZ', 1, { name: 'Nowhere' })).__typename).toBe('NotFound');
    expect(await reviewer.update('KEN', 1, { name: 'Republic of Kenya' })).toMatchObject({
      record: { version: 2 },
    });
    expect(await reviewer.update('KEN', 1, { name: 'Kenya!' })).toMatchObject({
      fields: [{ field: 'name', original: '"Kenya"', theirs: '"Republic of Kenya"', mine: '"Kenya!"' }],
    });
    const { country, changes } = (
      await room.ask(null, '{ country(iso3: "KEN") { name } changes(first: 1) { nodes { entity slug } } }')
    ).data;
    expect(country.name).toBe('Republic of Kenya');
    expect(changes.nodes).toEqual([{ entity: 'Country', slug: 'KEN' }]);
  });

  test.each([
    'Commitments',
    'ReportedTotals',
    'Events',
    'Sources',
    'Programs',
    'Providers',
    'Groups',
    'Countries',
  ])('editable%s are paged in every order, for editors alone', async (list) => {
    const key = list === 'Countries' ? 'iso3' : 'slug';
    const seen = new Set<string>();
    for (const order of ['UPDATED_AT', 'CREATED_AT', 'TITLE', 'SLUG']) {
      const query = `query ($after: String) { page: editable${list}(first: 2, after: $after, orderBy: ${order}, direction: ASC) {
          totalCount pageInfo { hasNextPage endCursor } nodes { ${key} } } }`;
      const first = (await room.ask(room.editor, query)).data.page;
      const second = (await room.ask(room.editor, query, { after: first.pageInfo.endCursor })).data.page;
      const keys = [...first.nodes, ...second.nodes].map((node: Result) => node[key]);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.length).toBe(Math.min(first.totalCount, 4));
      seen.add(keys.join());
      expect((await room.ask(null, query)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect(seen.size).toBeGreaterThan(0);
  });
});
