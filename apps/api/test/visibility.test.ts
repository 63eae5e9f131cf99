import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';

const SECRET = 'unpublished';

interface Named {
  count: { slug: string };
}

/** Every way that leads from one record to another, and every list. */
const EVERYTHING = `query ($text: String!, $count: ID!, $event: ID!) {
  search(text: $text, first: 100) { ... on Commitment { slug } ... on ReportedTotal { slug } ... on Event { slug } }
  commitment(slug: "${SECRET}-count") { slug } event(slug: "${SECRET}-event") { slug }
  node(id: $count) { id } nodes(ids: [$count, $event]) { id }
  commitments(first: 500) { nodes { slug links { from { slug } to { slug } } } }
  reportedTotals(first: 500) { nodes { slug links { from { slug } to { slug } } } }
  programs { nodes { commitments { totalCount nodes { slug } } events { totalCount nodes { slug } } } }
  providers { nodes { commitments { totalCount nodes { slug } } } }
  countries(filter: { iso3: "NRU" }) { nodes { commitments { totalCount nodes { slug } } events { totalCount nodes { slug } } } }
  sources(first: 500) { nodes { claims { fragment count { slug } } events { slug } } }
  events(first: 500) { nodes { slug supersedes { slug } supersededBy { slug } } }
  changes(first: 500) { nodes { slug } }
  totals { contributions { count { slug } within { slug } } excluded { count { slug } } }
  breakdown(by: COUNTRY) { rows { key counts } }
  dataset { size { commitments reportedTotals events claims links } firstStatedOn lastStatedOn }
  onRecord: countries(first: 500, filter: { onRecord: true }) { nodes { iso3 } }
}`;

describe.each(databases)('what readers may see on %s', (kind) => {
  let api: TestApi;
  let answerBefore: string;
  const variables = {
    text: SECRET,
    count: Buffer.from(`Commitment:${SECRET}-count`).toString('base64url'),
    event: Buffer.from(`Event:${SECRET}-event`).toString('base64url'),
  };

  beforeAll(async () => {
    api = await startTestApi(kind);
    answerBefore = JSON.stringify(await api.read(EVERYTHING, variables));
    await insertUnpublished(api);
  });
  afterAll(() => api.close());

  test.each(['DRAFT', 'IN_REVIEW', 'RETRACTED'] as const)(
    'records in state %s are invisible by every path',
    async (state) => {
      const retractedReason = state === 'RETRACTED' ? 'wrong' : null;
      const data = { state, retractedReason, publishedAt: new Date() };
      await api.db.prisma.count.update({ where: { slug: `${SECRET}-count` }, data });
      await api.db.prisma.event.update({ where: { slug: `${SECRET}-event` }, data });
      const answer = JSON.stringify(await api.read(EVERYTHING, variables));
      expect(answer).not.toContain(SECRET);
      expect(answer).toBe(answerBefore);
    },
  );

  test('records that are not known yet are as invisible', async () => {
    const data = {
      state: 'PUBLISHED',
      retractedReason: null,
      publishedAt: new Date(),
      knownOn: new Date('2026-11-24'),
    } as const;
    await api.db.prisma.count.update({ where: { slug: `${SECRET}-count` }, data });
    await api.db.prisma.event.update({ where: { slug: `${SECRET}-event` }, data });
    const { totals, ...answer } = await api.read(EVERYTHING, variables);
    const { totals: _, ...before } = JSON.parse(answerBefore);
    expect(answer).toEqual(before);
    // Totals name all that they leave out, with the reason.
    expect(totals.contributions.map(({ count }: Named) => count.slug)).not.toContain(`${SECRET}-count`);
    const { commitment, event } = await api.read(
      `{ commitment(slug: "${SECRET}-count", knownOn: "2026-11-24") { slug } event(slug: "${SECRET}-event", knownOn: "2026-11-24") { slug } }`,
    );
    expect(commitment).toEqual({ slug: `${SECRET}-count` });
    expect(event).toEqual({ slug: `${SECRET}-event` });
  });

  test('the same records, published and known, are seen by those paths', async () => {
    const data = { state: 'PUBLISHED', publishedAt: new Date(), knownOn: new Date('2026-11-01') } as const;
    await api.db.prisma.count.update({ where: { slug: `${SECRET}-count` }, data });
    await api.db.prisma.event.update({ where: { slug: `${SECRET}-event` }, data });
    const answer = await api.read(EVERYTHING, variables);
    for (const [name, part] of Object.entries(answer)) {
      if (['breakdown', 'changes', 'dataset', 'node', 'nodes', 'onRecord'].includes(name)) continue;
      expect(`${name}: ${JSON.stringify(part).includes(SECRET)}`).toBe(`${name}: true`);
    }
    expect(answer.node).toEqual({ id: variables.count });
    expect(answer.onRecord.nodes).toContainEqual({ iso3: 'NRU' });
  });

  test('as known on a day: lists, single records and both ends of links', async () => {
    const ask = (day: string) =>
      api.read(`{ commitment(slug: "cn-gsi-2023-5000", knownOn: "${day}") { links { from { slug knownOn } to { slug knownOn } } }
        commitments(knownOn: "${day}", first: 500) { totalCount nodes { knownOn links { from { knownOn } to { knownOn } } } }
        program(slug: "gsi") { commitments(knownOn: "${day}") { nodes { knownOn } } } events(knownOn: "${day}") { nodes { knownOn } } }`);
    const early = await ask('2023-12-31');
    const late = await ask('2026-11-23');
    expect(early.commitments.totalCount).toBeLessThan(late.commitments.totalCount);
    expect(early.commitment.links.length).toBeLessThan(late.commitment.links.length);
    const days = [...JSON.stringify(early).matchAll(/"knownOn":"([\d-]+)"/g)].map(([, day]) => day ?? '');
    expect(days.length).toBeGreaterThan(20);
    expect(days.toSorted().at(-1)?.localeCompare('2023-12-31')).toBeLessThanOrEqual(0);
    const { commitment } = await api.read(
      '{ commitment(slug: "cn-lianyungang-2024-3000", knownOn: "2024-09-08") { slug } }',
    );
    expect(commitment).toBeNull();
  });
});

async function insertUnpublished({ db: { prisma } }: TestApi): Promise<void> {
  const model = await prisma.count.findUniqueOrThrow({ where: { slug: 'cn-gsi-2023-5000' } });
  const source = await prisma.source.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const provider = await prisma.provider.findUniqueOrThrow({ where: { slug: 'china' } });
  const { id: _, ...values } = model;
  const count = await prisma.count.create({
    data: {
      ...values,
      slug: `${SECRET}-count`,
      title: `${SECRET} count`,
      statedOn: new Date('1999-01-01'),
      state: 'DRAFT',
      providers: { create: { providerId: provider.id, position: 0 } },
      recipients: { create: { countryIso3: 'NRU', position: 0 } },
      claims: { create: { sourceId: source.id, position: 0, fragment: SECRET, language: 'en' } },
      linksTo: { create: { fromId: model.id, relation: 'MAY_BE_PART_OF', basis: 'INFERRED' } },
      linksFrom: {
        create: {
          toId: (await prisma.count.findUniqueOrThrow({ where: { slug: 'cn-report-2024-2700' } })).id,
          relation: 'FULFILS',
          basis: 'INFERRED',
        },
      },
    },
  });
  await prisma.revision.create({
    data: {
      entity: 'Commitment',
      entityId: count.id,
      slug: count.slug,
      version: 1,
      action: 'CREATED',
      actorName: 'Ada',
      isPublic: false,
    },
  });
  const { id: eventId, ...event } = await prisma.event.findUniqueOrThrow({
    where: { slug: 'cn-slb-2023-police-plan' },
  });
  await prisma.event.create({
    data: {
      ...event,
      slug: `${SECRET}-event`,
      title: `${SECRET} event`,
      programId: model.programId,
      supersedesId: eventId,
      state: 'DRAFT',
      countries: { create: { countryIso3: 'NRU', role: 'PARTY', position: 0 } },
      sources: { create: { sourceId: source.id, position: 0, language: 'en' } },
    },
  });
}
