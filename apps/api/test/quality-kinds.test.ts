import type { Prisma } from '@muster/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from './support/databases.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';
import { type Desk, FINDING, type ListedFinding, openDesk } from './support/quality.ts';

const DISMISS = `mutation ($id: ID!, $fingerprint: String!, $reason: String!) {
  result: dismissFinding(id: $id, fingerprint: $fingerprint, reason: $reason) { ...Result } }`;
const REOPEN = `mutation ($id: ID!, $version: Int!, $reason: String) {
  result: reopenFinding(id: $id, version: $version, reason: $reason) { ...Result } }`;
const RESULT = `fragment Result on FindingResult {
  __typename
  ... on FindingSaved { finding { ${FINDING} } }
  ... on FindingChanged { finding { ${FINDING} } }
  ... on ValidationFailed { problems { path message } }
  ... on NotAllowed { message }
  ... on NotFound { message }
}`;

describe.each(databases)('each kind of finding on %s', (kind) => {
  let room: Newsroom;
  let desk: Desk;
  let china: number;
  let daily: number;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    desk = openDesk({ ...room, person: room.reviewer });
    china = (await room.db.prisma.provider.findFirstOrThrow()).id;
    daily = (await room.db.prisma.source.findFirstOrThrow()).id;
  });
  afterAll(() => desk.close());

  interface Told {
    low?: number;
    high?: number;
    claims?: { low: number; high: number; rank?: 'PREFERRED' | 'NORMAL'; fragment?: string | null }[];
    recipients?: Prisma.CountRecipientUncheckedCreateWithoutCountInput[];
  }

  /** A published promise by China that nothing is wrong with, but for the changes. */
  async function record(
    slug: string,
    { low = 100, high = low, claims = [{ low, high }], recipients = [] }: Told = {},
    changes: Partial<Prisma.CountUncheckedCreateInput> = {},
  ): Promise<number> {
    const { id } = await room.db.prisma.count.create({
      data: {
        slug,
        kind: 'COMMITMENT',
        title: slug,
        unit: 'PEOPLE',
        measure: 'VISITORS',
        audience: 'POLICE',
        audienceStated: 'police',
        quantityLow: low,
        quantityHigh: high,
        knownOn: new Date('2024-01-01'),
        voice: 'PROVIDER',
        recipientScope: 'NAMED',
        status: 'ANNOUNCED',
        confidence: 'HIGH',
        state: 'PUBLISHED',
        publishedAt: new Date(),
        providers: { create: { providerId: china, position: 0 } },
        recipients: { create: recipients },
        claims: {
          create: claims.map((claim, position) => ({
            sourceId: daily,
            position,
            language: 'en',
            fragment: 'words',
            ...claim,
          })),
        },
        ...changes,
      },
    });
    return id;
  }

  const link = (fromId: number, toId: number, relation: 'PART_OF' | 'DISTINCT' = 'PART_OF') =>
    room.db.prisma.link.create({ data: { fromId, toId, relation, basis: 'INFERRED' } });

  const tell = async (finding: string) => (await desk.list(finding)).map(({ sentence }) => sentence);

  test('parts larger than their whole, and parts that do not add up to it', async () => {
    const whole = await record('whole-7000', { low: 7_000 });
    await link(await record('part-8000', { low: 8_000 }), whole);
    expect(await tell('PART_LARGER_THAN_WHOLE')).toEqual([
      '“part-8000” counts 8,000 people and is part of “whole-7000”, which counts 7,000 people: 1,000 more than the whole.',
    ]);
    expect(await tell('PARTS_OFF_SUM')).toEqual([]);

    const sum = await record('sum-500', { low: 500 });
    const three = await record('part-300', { low: 300 });
    await link(three, sum);
    const one = await record('part-100', { low: 100 });
    await link(one, sum);
    expect(await tell('PARTS_OFF_SUM')).toEqual([
      'The 2 parts of “sum-500” come to 400 people; the sum says 500: the parts are 100 fewer.',
    ]);
    await link(await record('part-150', { low: 150, high: 200 }), sum);
    expect(await tell('PARTS_OFF_SUM')).toEqual([
      'The 3 parts of “sum-500” come to 550–600 people; the sum says 500: the parts are 50 more.',
    ]);
    // As people who are counted twice, they fit.
    await link(one, three);
    expect(await tell('PARTS_OFF_SUM')).toEqual([]);
  });

  test('shares beyond their total or short of it', async () => {
    const shares = (low: number) => [
      { position: 0, countryIso3: 'KEN', shareLow: low, shareHigh: low },
      { position: 1, countryIso3: 'FJI', shareLow: 50, shareHigh: 50 },
    ];
    await record('shares-fit', { low: 100, recipients: shares(50) });
    await record('shares-beyond', { low: 100, recipients: shares(60) });
    await record('shares-short', { low: 100, recipients: shares(30) });
    await record(
      'shares-some',
      { low: 100, recipients: shares(30).slice(0, 1) },
      { recipientScope: 'PARTLY_NAMED' },
    );
    expect(await tell('SHARES_OFF_TOTAL')).toEqual([
      'The shares of 2 recipients in “shares-short” come to 80 people, 20 fewer than its total of 100.',
      'The shares of 2 recipients in “shares-beyond” come to 110 people, 10 more than its total of 100.',
    ]);
  });

  test('claims that contradict, quantities off their claims, claims without words', async () => {
    const preferred = (low: number, high: number) => ({ low, high, rank: 'PREFERRED' as const });
    await record('claims-agree', { low: 90, high: 120, claims: [preferred(90, 110), preferred(100, 120)] });
    await record('claims-apart', { low: 90, high: 300, claims: [preferred(90, 110), preferred(200, 300)] });
    expect(await tell('CLAIMS_CONTRADICT')).toEqual([
      'Of the preferred claims of “claims-apart” one tells of at least 200 people and another of at most 110: they cannot both be preferred.',
    ]);
    await record('off-claims', { low: 100, claims: [preferred(120, 130), { low: 100, high: 100 }] });
    expect(await tell('QUANTITY_OFF_CLAIMS')).toEqual([
      '“off-claims” counts 100 people; its claims of best rank tell 120–130 people. Saving it computes the number anew.',
    ]);
    await record('wordless', { low: 7, claims: [{ low: 7, high: 7, fragment: ' ' }] });
    expect(await tell('CLAIM_WITHOUT_FRAGMENT')).toEqual([
      'Claim 1 of “wordless” tells 7 people after “Police to be trained, Daily”, and none of its words are recorded.',
    ]);
  });

  test('places counted as people', async () => {
    await record('confused', {}, { unit: 'PLACES', measure: 'TRAINEES' });
    expect(await tell('UNIT_CONFUSED')).toEqual([
      '“confused” has the unit PLACES and the measure TRAINEES: PLACES and COURSES are both or neither.',
    ]);
  });

  test('near-duplicates by provider, quantity, day and title, drafts among them, unless a link tells them apart', async () => {
    const title = 'Train 770 officers of the Kenyan police';
    const stated = (day: string) => ({ statedOn: new Date(day), statedOnPrecision: 'DAY' as const });
    const first = await record('twin-one', { low: 770 }, { title, ...stated('2024-03-01') });
    const second = await record(
      'twin-two',
      { low: 770 },
      {
        title: 'Train 770 officers of the Kenya Police',
        ...stated('2024-03-20'),
        state: 'DRAFT',
        publishedAt: null,
      },
    );
    await record('later', { low: 770 }, { title, ...stated('2025-03-01') });
    await record('unlike', { low: 770 }, { title: 'Anti-drug seminars abroad', ...stated('2024-03-02') });
    await record('other-number', { low: 771 }, { title, ...stated('2024-03-01') });
    const findTwins = async () =>
      (await desk.list('NEAR_DUPLICATE')).filter(({ sentence }) => / 77[01] /.test(sentence));
    const twins = await findTwins();
    expect(twins.map(({ records }) => records.map(({ slug }) => slug))).toEqual([['twin-two', 'twin-one']]);
    expect(twins[0]?.sentence).toContain('both count 770 people by China, stated 19 days apart');
    await link(second, first, 'DISTINCT');
    expect(await findTwins()).toEqual([]);
  });

  test('sources that derive from nothing, from later, from themselves', async () => {
    const source = (slug: string, changes: Partial<Prisma.SourceUncheckedCreateInput>) =>
      room.db.prisma.source.create({
        data: {
          slug,
          title: slug,
          publisher: 'Wire',
          kind: 'REWRITE',
          language: 'en',
          archivedUrl: 'https://example.org/a',
          ...changes,
        },
      });
    await source('rewrite-of-nothing', {});
    await source('rewrite-in-words', { derivedFromNote: 'A mirror' });
    const month = { publishedOn: new Date('2024-05-01'), publishedOnPrecision: 'MONTH' as const };
    const early = await source('early', { kind: 'WIRE', ...month });
    const day = (text: string) => ({ publishedOn: new Date(text), publishedOnPrecision: 'DAY' as const });
    await source('of-that-month', { derivedFromId: early.id, ...day('2024-05-02') });
    await source('before-it', { derivedFromId: early.id, ...day('2024-04-30') });
    const ring = await source('ring-one', {});
    const other = await source('ring-two', { derivedFromId: ring.id });
    await room.db.prisma.source.update({ where: { id: ring.id }, data: { derivedFromId: other.id } });
    expect((await tell('ODD_LINEAGE')).sort()).toEqual([
      '“before-it” was published by 30 April 2024, and is said to derive from what was published on 1 May 2024 at the earliest; no claim rests on it.',
      '“rewrite-of-nothing” is called a rewrite, and nothing says of what; no claim rests on it.',
      '“ring-one” derives from itself, by way of “ring-two”; no claim rests on it.',
      '“ring-two” derives from itself, by way of “ring-one”; no claim rests on it.',
    ]);
  });

  test('overlaps want a shared day and a recipient that both may mean', async () => {
    const people = { measure: 'TRAINEES', windowStartPrecision: 'DAY', windowEndPrecision: 'DAY' } as const;
    const during = (start: string, end: string) => ({
      ...people,
      windowStart: new Date(start),
      windowEnd: new Date(end),
    });
    const to = (countryIso3: string) => [{ position: 0, countryIso3 }];
    await record('kenya', { low: 900, recipients: to('KEN') }, during('2024-01-01', '2025-01-01'));
    await record('fiji', { low: 800, recipients: to('FJI') }, during('2024-01-01', '2025-01-01'));
    await record('kenya-after', { low: 700, recipients: to('KEN') }, during('2025-01-01', '2026-01-01'));
    const anybody = await record(
      'anybody',
      { low: 600 },
      { ...during('2024-12-31', '2025-01-02'), recipientScope: 'UNSPECIFIED' },
    );
    const pairs = async () =>
      (await desk.list('UNJUDGED_OVERLAP')).map(({ records, moves }) => [
        moves,
        ...records.map(({ slug }) => slug),
      ]);
    expect(await pairs()).toEqual([
      [600, 'anybody', 'kenya'],
      [600, 'anybody', 'fiji'],
      [600, 'anybody', 'kenya-after'],
    ]);
    // Whoever is part of one already can hide no more.
    const kenya = await room.db.prisma.count.findUniqueOrThrow({ where: { slug: 'kenya' } });
    await link(anybody, kenya.id);
    expect(await pairs()).toEqual([]);
  });

  describe('judging', () => {
    let open: ListedFinding;
    beforeAll(async () => {
      await record('judged', { low: 11, claims: [{ low: 12, high: 12 }] });
      const found = await desk.list('QUANTITY_OFF_CLAIMS');
      open = found.find(({ sentence }) => sentence.includes('“judged”')) as ListedFinding;
    });

    const findOpen = async (dismissed = false) =>
      (await desk.list(open.kind, dismissed)).filter(({ id }) => id === open.id);

    async function send(
      person: Newsroom['editor'] | null,
      text: string,
      variables: object,
      headers: object = {},
    ) {
      const { data, errors } = await room.ask(person, `${text} ${RESULT}`, variables, headers);
      return data?.result ?? errors[0]?.extensions.code;
    }

    const dismissal = (changes: object = {}) => ({
      id: open.id,
      fingerprint: open.fingerprint,
      reason: 'The record says so itself',
      ...changes,
    });

    test('is refused without a session, role, reason, finding or its present fingerprint, and from other sites', async () => {
      for (const person of [null, room.editor]) {
        expect(await send(person, DISMISS, dismissal())).toMatchObject({ __typename: 'NotAllowed' });
        expect(await send(person, REOPEN, { id: open.id, version: 1 })).toMatchObject({
          __typename: 'NotAllowed',
        });
      }
      const refused = await room.ask(null, '{ qualityDesk { kinds { open } } }');
      expect(refused.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      for (const reason of ['  ', 'x'.repeat(1001)]) {
        const { problems } = await send(room.reviewer, DISMISS, dismissal({ reason }));
        expect(problems).toEqual([{ path: 'reason', message: expect.any(String) }]);
      }
      for (const id of ['nonsense', 'QUANTITY_OFF_CLAIMS:0', '__proto__:1']) {
        expect(await send(room.reviewer, DISMISS, dismissal({ id }))).toMatchObject({
          __typename: 'NotFound',
        });
        expect(await send(room.reviewer, REOPEN, { id, version: 1 })).toMatchObject({
          __typename: 'NotFound',
        });
      }
      expect(await send(room.reviewer, DISMISS, dismissal({ fingerprint: 'old' }))).toMatchObject({
        __typename: 'FindingChanged',
        finding: { id: open.id, fingerprint: open.fingerprint },
      });
      expect(await send(room.reviewer, REOPEN, { id: open.id, version: 1 })).toMatchObject({
        __typename: 'FindingChanged',
      });
      const foreign = { origin: 'https://evil.example' };
      for (const [text, variables] of [
        [DISMISS, dismissal()],
        [REOPEN, { id: open.id, version: 1 }],
      ] as const) {
        expect(await send(room.reviewer, text, variables, foreign)).toEqual(
          expect.stringMatching(/^[A-Z_]+$/),
        );
      }
      expect(await room.db.prisma.qualityDismissal.count()).toBe(0);
      expect(await room.db.prisma.revision.count({ where: { entity: 'Finding' } })).toBe(0);
    });

    test('hides the finding with its reason and its history, until the record changes', async () => {
      const saved = await send(room.reviewer, DISMISS, dismissal());
      expect(saved).toMatchObject({
        __typename: 'FindingSaved',
        finding: {
          id: open.id,
          dismissal: { reason: 'The record says so itself', by: 'reviewer', version: 1, holds: true },
        },
      });
      expect(await findOpen()).toEqual([]);
      expect(await findOpen(true)).toHaveLength(1);
      expect((await desk.count())[open.kind]).toMatchObject({ dismissed: 1 });
      // Somebody else had it open, too.
      expect(await send(room.admin, DISMISS, dismissal())).toMatchObject({ __typename: 'FindingChanged' });
      const history = await room.db.prisma.revision.findMany({ where: { entity: 'Finding' } });
      expect(history).toMatchObject([
        {
          action: 'DISMISSED',
          slug: open.id,
          version: 1,
          actorId: room.reviewer.id,
          reason: 'The record says so itself',
          before: null,
          isPublic: false,
        },
      ]);

      await room.db.prisma.count.update({
        where: { slug: 'judged' },
        data: { version: { increment: 1 } },
      });
      const [again] = await findOpen();
      expect(again).toMatchObject({
        id: open.id,
        dismissal: { reason: 'The record says so itself', holds: false },
      });
      expect(again?.fingerprint).not.toBe(open.fingerprint);
    });

    test('is taken back, and made again', async () => {
      const [again] = await findOpen();
      const { fingerprint } = again ?? open;
      const made = await send(room.reviewer, DISMISS, dismissal({ fingerprint, reason: 'Still so' }));
      expect(made.finding.dismissal).toMatchObject({ version: 2, holds: true });
      const reopened = await send(room.admin, REOPEN, { id: open.id, version: 2, reason: 'It is not' });
      expect(reopened).toMatchObject({ __typename: 'FindingSaved', finding: { dismissal: null } });
      expect(await findOpen()).toHaveLength(1);
      const both = await Promise.all(
        [room.reviewer, room.admin].map((person) => send(person, DISMISS, dismissal({ fingerprint }))),
      );
      expect(both.map(({ __typename }) => __typename).sort()).toEqual(['FindingChanged', 'FindingSaved']);
      const history = await room.db.prisma.revision.findMany({
        where: { entity: 'Finding' },
        orderBy: { version: 'asc' },
      });
      expect(history.map(({ action, version }) => `${version} ${action}`)).toEqual([
        '1 DISMISSED',
        '2 DISMISSED',
        '3 REOPENED',
        '4 DISMISSED',
      ]);
    });
  });
});
