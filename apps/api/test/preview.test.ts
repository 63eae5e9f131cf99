import { type DatabaseKind, onRevision } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClaim, makeInput, type Result, resultOf } from './support/commitments.ts';
import { databases } from './support/databases.ts';
import { createOf, type Kind, kinds, writeKind } from './support/entities.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import type { Person } from './support/people.ts';
import { Chance } from './support/random-counts.ts';

const PREVIEW = `query ($entity: RecordEntity!, $slug: String, $version: Int, $input: String, $action: PreviewAction) {
  result: previewRecord(entity: $entity, slug: $slug, version: $version, input: $input, action: $action) {
    problems { path message } quantity { low high }
    effects { label scope kind unit provider program country before { low high } after { low high } } } }`;

const kindOf = (entity: string) => kinds.find((kind) => kind.entity === entity) as Kind;
const RANGE = '{ low high }';

interface Asked {
  entity: string;
  slug?: string;
  version?: number;
  input?: object | string;
  action?: string;
}

describe.each<DatabaseKind>(databases)('previews on %s', (database) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(database);
    const { prisma } = room.db;
    await prisma.provider.create({
      data: { slug: 'academy', code: 'ORG:Academy', name: 'The Academy', kind: 'ORGANISATION' },
    });
    await prisma.program.create({ data: { slug: 'focac', name: 'Forum' } });
  });
  afterAll(() => room.close());

  const ask = (person: Person | null, { input, ...asked }: Asked) =>
    room.ask(person, PREVIEW, {
      ...asked,
      ...(input !== undefined && { input: typeof input === 'string' ? input : JSON.stringify(input) }),
    });
  const preview = async (asked: Asked, person: Person = room.editor): Promise<Result> =>
    resultOf(await ask(person, asked));
  const by = (entity: string, person: Person) => writeKind(room, kindOf(entity), person);

  /** Everything that is stored, table by table. */
  async function dump() {
    const tables = await room.db.query<{ name: string }>(
      `SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
    );
    const contents = await room.db.query<{ name: string }>(
      tables
        .map(
          ({ name }) => `SELECT '${name}' AS name, count(*)::int AS many,
            md5(string_agg(t::text, '|' ORDER BY t::text)) AS content FROM "${name}" t`,
        )
        .join(' UNION ALL '),
    );
    expect(contents.length).toBeGreaterThan(20);
    return contents;
  }

  /** What readers are told of the totals that a preview speaks of. */
  async function readTotals(effects: Result[]) {
    const totals: object[] = [];
    for (const { kind, provider, program, country } of effects) {
      const filter = {
        ...(provider && { provider: [provider] }),
        ...(program && { program: [program] }),
        ...(country && { country }),
      };
      const query = `query ($filter: CountFilter) { totals(filter: $filter) { pledged ${RANGE} reported ${RANGE} } }`;
      const { pledged, reported } = (await room.ask(null, query, { filter })).data.totals;
      totals.push(kind === 'PLEDGED' ? pledged : reported);
    }
    return totals;
  }

  async function publishNew(entity: string, changes: object = {}, by_ = room.admin) {
    const input: Result = { ...kindOf(entity).make(), ...changes };
    const write = by(entity, by_);
    expect(await write.create(input)).not.toHaveProperty('problems');
    await write.submit(input.slug, 1);
    expect((await by(entity, room.admin).publish(input.slug, 2)).record).toMatchObject({ version: 3 });
    return input;
  }
  const createLink = async (input: object) =>
    resultOf(
      await room.ask(
        room.admin,
        'mutation ($input: LinkInput!) { result: createLink(input: $input) { __typename ... on LinkSaved { link { key version } } } }',
        { input },
      ),
    );
  const labelsOf = ({ effects }: Result) => effects.map(({ label }: Result) => label);

  test('tell what a new commitment does, before anything of it is written', async () => {
    const recipients = [{ country: 'KEN', group: null, shareLow: null, shareHigh: null }];
    const input = makeInput({ recipients });
    const told: number[] = [];
    const stop = await onRevision(room.db, (revision) => told.push(revision));
    const before = await dump();
    const found = await preview({ entity: 'COMMITMENT', input });
    expect(found).toMatchObject({ problems: [], quantity: { low: 1000, high: 1200 } });
    expect(found.effects).toEqual([
      {
        label: 'All commitments, people',
        scope: 'ALL',
        kind: 'PLEDGED',
        unit: 'PEOPLE',
        provider: null,
        program: null,
        country: null,
        before: { low: 0, high: 0 },
        after: { low: 1000, high: 1200 },
      },
      expect.objectContaining({ label: 'All of China’s commitments, people', provider: 'china' }),
      expect.objectContaining({
        label: 'All commitments under Global Security Initiative, people',
        program: 'gsi',
      }),
      expect.objectContaining({ label: 'All commitments for Kenya, people', country: 'KEN' }),
    ]);
    expect(await dump()).toEqual(before);
    await publishNew('COMMITMENT', input);
    expect(await readTotals(found.effects)).toEqual(found.effects.map(({ after }: Result) => after));
    await stop();
    expect(told).toHaveLength(1);
  });

  test('tell the truth on random records, and leave nothing', async () => {
    const chance = new Chance(41);
    const make = (entity: string) => {
      const low = chance.below(900);
      const [start, end] = [chance.day(14), chance.day(14)].sort() as [string, string];
      const window = {
        start: { date: start, precision: 'DAY' },
        end: { date: start === end ? '2030-01-01' : end, precision: 'DAY' },
        endLatest: null,
        stated: null,
      };
      return {
        ...kindOf(entity).make(),
        window,
        statedOn: chance.onceIn(3, () => null) ?? { date: chance.day(14), precision: 'DAY' },
        program: chance.pick([null, 'gsi', 'focac']),
        providers: chance.pick([['CHN'], ['ORG:Academy'], ['CHN', 'ORG:Academy']]),
        unit: chance.pick(['PEOPLE', 'PEOPLE', 'PEOPLE', 'COURSES']),
        measure: 'TRAINEES',
        rate: chance.onceIn(6, () => 'PER_YEAR'),
        recipients: chance.pick([
          [{ country: 'FJI', group: null, shareLow: null, shareHigh: null }],
          [{ country: null, group: 'GRP:Pacific', shareLow: null, shareHigh: null }],
        ]),
        claims: [makeClaim({ low, high: low + chance.below(200) })],
      };
    };
    const published: Result[] = [];
    for (const entity of ['COMMITMENT', 'COMMITMENT', 'REPORTED_TOTAL', 'REPORTED_TOTAL']) {
      const { slug: _, ...changes } = make(entity) as Result;
      const input = await publishNew(entity, valid(changes));
      published.push({ entity, slug: input.slug, version: 3 });
    }
    let moved = 0;
    for (let step = 0; step < 8; step += 1) {
      const { asked, carryOut } = await chooseStep(chance, make, published);
      const stored = await dump();
      const found = await preview(asked, chance.pick([room.editor, room.reviewer]));
      expect(await dump()).toEqual(stored);
      expect(found.problems).toEqual([]);
      expect(found.effects.length).toBeGreaterThan(0);
      const befores = found.effects.map(({ before }: Result) => before);
      const afters = found.effects.map(({ after }: Result) => after);
      expect(await readTotals(found.effects)).toEqual(befores);
      await carryOut();
      expect(await readTotals(found.effects)).toEqual(afters);
      if (JSON.stringify(befores) !== JSON.stringify(afters)) moved += 1;
    }
    expect(moved).toBeGreaterThan(3);
  });

  /** A unit that no measure fits is for other tests. */
  const valid = (changes: Result) =>
    changes.unit === 'COURSES' ? { ...changes, measure: 'COURSES' } : changes;

  async function chooseStep(chance: Chance, make: (entity: string) => object, published: Result[]) {
    const record = chance.pick(published);
    const { entity, slug, version } = record;
    const admin = by(entity, room.admin);
    switch (published.length < 3 ? 0 : chance.below(5)) {
      case 0: {
        const input = valid(make(entity));
        return {
          asked: { entity, input },
          carryOut: async () => {
            const { slug: name } = await publishNew(entity, input);
            published.push({ entity, slug: name, version: 3 });
          },
        };
      }
      case 1: {
        const input = { ...valid(make(entity)), slug };
        return {
          asked: { entity, slug, version, input },
          carryOut: async () => {
            record.version = (await admin.update(slug, version, input)).record.version;
          },
        };
      }
      case 2: {
        const draft: Result = valid(make(entity));
        await by(entity, room.editor).create(draft);
        if (chance.below(2) === 0) await by(entity, room.editor).submit(draft.slug, 1);
        const input = { ...draft, title: 'Another title', claims: [makeClaim({ low: 7, high: 9 })] };
        return {
          asked: { entity, slug: draft.slug, input },
          carryOut: async () => {
            const state = await room.db.prisma.count.findUniqueOrThrow({ where: { slug: draft.slug } });
            let at = (await admin.update(draft.slug, state.version, input)).record.version;
            if (state.state === 'DRAFT') at = (await admin.submit(draft.slug, at)).record.version;
            at = (await admin.publish(draft.slug, at)).record.version;
            published.push({ entity, slug: draft.slug, version: at });
          },
        };
      }
      case 3:
        return {
          asked: { entity, slug, version, action: 'RETRACT' },
          carryOut: async () => {
            expect((await admin.retract(slug, version, 'misread')).record.state).toBe('RETRACTED');
            published.splice(published.indexOf(record), 1);
          },
        };
      default: {
        const other = published.find((it) => it.entity === entity && it !== record);
        if (!other) return chooseStep(chance, make, published);
        const [from, to] = [slug, other.slug].sort();
        const relation = chance.pick(['MAY_BE_PART_OF', 'SUPERSEDES', 'PART_OF']);
        const input = { from, to, relation, basis: 'STATED', note: null, source: null };
        const twins = await room.db.prisma.link.count({
          where: { from: { slug: from as string }, to: { slug: to as string } },
        });
        if (twins > 0) return chooseStep(chance, make, published);
        return {
          asked: { entity: 'LINK', input },
          carryOut: async () => expect((await createLink(input)).__typename).toBe('LinkSaved'),
        };
      }
    }
  }

  test('of what was taken back, and of deletions', async () => {
    const one = await publishNew('COMMITMENT', { claims: [makeClaim({ low: 400, high: 400 })] });
    const two = await publishNew('COMMITMENT', { claims: [makeClaim({ low: 300, high: 300 })] });
    const input = { from: two.slug, to: one.slug, relation: 'PART_OF', basis: 'STATED' };
    const linked = await preview({ entity: 'LINK', input });
    expect(linked.effects[0].before.low - linked.effects[0].after.low).toBe(300);
    const { key } = (await createLink(input)).link;
    const unlinked = await preview({ entity: 'LINK', slug: key, version: 1, action: 'DELETE' });
    expect(unlinked).toMatchObject({ problems: [], quantity: null });
    expect(unlinked.effects[0].before).toEqual(linked.effects[0].after);
    expect(unlinked.effects[0].after).toEqual(linked.effects[0].before);

    await by('COMMITMENT', room.reviewer).retract(two.slug, 3, 'misread');
    const again = await preview({
      entity: 'COMMITMENT',
      slug: two.slug,
      version: 4,
      input: { ...two, title: 'Read again', claims: [makeClaim({ low: 500, high: 500 })] },
    });
    expect(again).toMatchObject({ problems: [], quantity: { low: 500, high: 500 } });
    expect(again.effects[0].after.low - again.effects[0].before.low).toBe(100);
    const deleted = await preview({ entity: 'COMMITMENT', slug: one.slug, action: 'DELETE' });
    expect(deleted.problems).toMatchObject([{ path: 'state' }]);
    expect(deleted.effects).toEqual([]);
  });

  test.each(kinds.map((kind) => [kind.type, kind] as const))('%s: name what is wrong', async (_, kind) => {
    const input = kind.make();
    for (const [path, change] of kind.wrong) {
      const wrong = { ...input, ...change };
      const stored = await dump();
      const { problems, effects } = await preview({ entity: kind.entity, input: wrong });
      expect(effects).toEqual([]);
      expect(await dump()).toEqual(stored);
      const saved = resultOf(await room.ask(room.editor, createOf(kind), { input: wrong }));
      expect(problems).toEqual(saved.problems);
      expect(problems.map((problem: Result) => problem.path)).toContain(path);
    }
    expect(await preview({ entity: kind.entity, input })).toMatchObject({ problems: [] });
    await writeKind(room, kind, room.editor).create(input);
    expect((await preview({ entity: kind.entity, input })).problems).toContainEqual({
      path: 'slug',
      message: expect.stringContaining('taken'),
    });
  });

  test('name circles, what is gone, and what others changed', async () => {
    const [one, two] = [await publishNew('COMMITMENT'), await publishNew('COMMITMENT')];
    const link = { from: one.slug, to: two.slug, relation: 'PART_OF', basis: 'STATED' };
    await createLink(link);
    const back = await preview({ entity: 'LINK', input: { ...link, from: two.slug, to: one.slug } });
    expect(back.problems).toMatchObject([{ path: 'relation', message: expect.stringContaining('circle') }]);
    const gone = await preview({ entity: 'COMMITMENT', slug: 'none-such', input: one });
    expect(gone.problems).toMatchObject([{ path: 'slug' }]);
    await by('COMMITMENT', room.admin).update(one.slug, 3, { ...one, title: 'Theirs' });
    const target = { entity: 'COMMITMENT', slug: one.slug, version: 3 };
    const mine = await preview({ ...target, input: { ...one, title: 'Mine' } });
    expect(mine.problems).toMatchObject([{ path: 'title', message: expect.stringContaining('admin') }]);
    expect((await preview({ ...target, input: { ...one, note: 'mine' } })).problems).toEqual([]);
    expect((await preview({ ...target, version: 9, input: one })).problems).toMatchObject([
      { path: 'version' },
    ]);
    const wrong = { ...one, slug: 'Not A Slug', claims: [makeClaim({ low: 50, high: 60 })] };
    expect(await preview({ entity: 'COMMITMENT', input: wrong })).toMatchObject({
      problems: [{ path: 'slug' }],
      quantity: { low: 50, high: 60 },
      effects: [],
    });
  });

  test('of groups tell of the countries that join or leave; of names, that no total moves', async () => {
    const group = kindOf('GROUP').make();
    await by('GROUP', room.editor).create(group);
    const members = [{ country: 'KEN', since: null, until: null, note: null }];
    const found = await preview({ entity: 'GROUP', slug: group.slug, input: { ...group, members } });
    expect(found.problems).toEqual([]);
    expect(labelsOf(found)).toContain('All commitments for Kenya, people');
    expect(labelsOf(found)).toContain('All reported totals for Fiji, people');
    const program = await preview({ entity: 'PROGRAM', slug: 'gsi', input: { slug: 'gsi', name: 'New' } });
    expect(program).toEqual({ problems: [], quantity: null, effects: [] });
    const country = await preview({ entity: 'COUNTRY', slug: 'KEN', input: { name: 'Republic of Kenya' } });
    expect(country.problems).toEqual([]);
  });

  test('are for editors alone', async () => {
    const input = makeInput();
    expect((await ask(null, { entity: 'COMMITMENT', input })).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    const markup = { ...input, title: '<script>alert(1)</script>' };
    expect((await preview({ entity: 'COMMITMENT', input: markup })).problems).toEqual([]);
  });

  test.each([
    ['no JSON', { entity: 'COMMITMENT', input: '{' }],
    ['no object', { entity: 'COMMITMENT', input: '[1]' }],
    ['null', { entity: 'COMMITMENT', input: 'null' }],
    ['nothing', { entity: 'COMMITMENT' }],
    ['a character that no text holds', { entity: 'COMMITMENT', input: { providers: ['a\0'] } }],
    ['half of a character', { entity: 'COMMITMENT', input: { program: '\ud800' } }],
    ['a list without bounds', { entity: 'COMMITMENT', input: { providers: Array(1001).fill('CHN') } }],
    ['a new country', { entity: 'COUNTRY', input: { name: 'Nowhere' } }],
    ['the deletion of a country', { entity: 'COUNTRY', slug: 'KEN', action: 'DELETE' }],
    ['a source to be taken back', { entity: 'SOURCE', slug: 'daily-2024', action: 'RETRACT' }],
    ['nothing to be deleted', { entity: 'SOURCE', action: 'DELETE' }],
  ])('refuse %s', async (_, asked) => {
    const { errors } = await ask(room.editor, asked);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('of many at once, while others write, go on', async () => {
    const input = await publishNew('COMMITMENT');
    const draft = makeInput();
    const changes = Array.from({ length: 4 }, (_, i) => ({ ...input, note: `note ${i}` }));
    const [writes, ...previews] = await Promise.all([
      (async () => {
        for (const [i, change] of changes.entries()) {
          await by('COMMITMENT', room.admin).update(input.slug, 3 + i, change);
        }
        return room.db.prisma.count.findUniqueOrThrow({ where: { slug: input.slug } });
      })(),
      ...changes.map((change) => preview({ entity: 'COMMITMENT', slug: input.slug, input: change })),
      preview({ entity: 'COMMITMENT', input: draft }),
    ]);
    expect(writes).toMatchObject({ version: 7, note: 'note 3' });
    for (const { problems, effects } of previews) {
      expect(problems).toEqual([]);
      expect(effects.length).toBeGreaterThan(0);
    }
  });
});
