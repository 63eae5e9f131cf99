import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataRevision } from '../src/revision.ts';
import { findCycle } from '../src/seed/cycle.ts';
import { DATASET_FOLDER, loadDataset } from '../src/seed/dataset.ts';
import { seed } from '../src/seed/index.ts';
import type { TestDatabase } from '../src/testing.ts';
import { kinds, openMigrated } from './databases.ts';

describe.each(kinds)('seed on %s', (kind) => {
  let database: TestDatabase;
  const said: string[] = [];

  beforeAll(async () => {
    database = await openMigrated(kind);
    said.length = 0;
    const options = { onProgress: (line: string) => said.push(line), recordedOn: '2026-11-23' };
    const done = await Promise.all([seed(database, options), seed(database, options)]);
    expect(done.sort()).toEqual([false, true]);
  });
  afterAll(() => database.close());

  it('brings in every record', async () => {
    const { prisma } = database;
    expect(said).toEqual(['starter dataset: bringing in 98 records from 122 sources']);
    expect(await prisma.count.count({ where: { kind: 'COMMITMENT' } })).toBe(25);
    expect(await prisma.count.count({ where: { kind: 'REPORTED_TOTAL' } })).toBe(44);
    expect(await prisma.event.count()).toBe(29);
    expect(await prisma.source.count()).toBe(122);
    expect(await prisma.link.count()).toBe(34);
    expect(await prisma.program.count()).toBe(42);
    expect(await prisma.provider.count()).toBe(11);
    expect(await prisma.country.count()).toBe(250);
    expect(await prisma.group.count({ where: { kind: { not: 'M49_REGION' } } })).toBe(8);
    expect((await prisma.claim.count()) + (await prisma.eventSource.count())).toBe(147);
    expect(await prisma.revision.count({ where: { action: 'IMPORTED', version: 1, isPublic: true } })).toBe(
      98,
    );
    expect(await readDataRevision(database)).toMatchObject({ revision: 1 });
  });

  it('computes quantities and the day on which the public could know', async () => {
    const find = (slug: string) => database.prisma.count.findUniqueOrThrow({ where: { slug } });
    expect(await find('cn-slb-2022-10-fujian')).toMatchObject({ quantityLow: 32, quantityHigh: 34 });
    expect(await find('cn-central-asia-2023-xian')).toMatchObject({ quantityLow: null, quantityHigh: null });
    const knownOn = async (slug: string) => (await find(slug)).knownOn.toISOString().slice(0, 10);
    expect(await knownOn('cn-lianyungang-2024-3000')).toBe('2024-09-09');
    expect(await knownOn('cn-africa-military-2000-per-year')).toBe('2025-07-31');
    expect(await knownOn('us-ata-19000')).toBe('2026-11-23');
  });

  it('keeps lineage, succession and M49', async () => {
    const { prisma } = database;
    const rewrite = await prisma.source.findUniqueOrThrow({
      where: { slug: 'creative-media-thousands-of-foreign-officers' },
      include: { derivedFrom: true },
    });
    expect(rewrite.derivedFrom?.publisher).toBe('Taipei Times');
    const statement = await prisma.event.findUniqueOrThrow({
      where: { slug: 'cn-tls-2024-partnership' },
      include: { supersedes: true },
    });
    expect(statement.supersedes?.slug).toBe('cn-tls-2023-partnership');
    const africa = { groups: { members: { where: { group: { code: 'M49:002' } } } } }.groups.members.where;
    const members = await prisma.groupMembership.findMany({ where: africa, select: { countryIso3: true } });
    expect(members.map(({ countryIso3 }) => countryIso3)).toContain('KEN');
    expect(members.map(({ countryIso3 }) => countryIso3)).not.toContain('CHN');
    expect(await prisma.country.findUnique({ where: { iso3: 'KEN' } })).toMatchObject({
      iso2: 'KE',
      m49: '404',
      regionM49: '002',
      subregionM49: '202',
    });
  });

  it('does nothing where records are', async () => {
    expect(await seed(database)).toBe(false);
    expect(await database.prisma.count.count()).toBe(69);
    expect(await readDataRevision(database)).toMatchObject({ revision: 1 });
  });
});

describe('a bad dataset', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'muster-dataset-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** The refusal's lines, without the folder. */
  async function refusal(
    file: string,
    spoil: (records: Record<string, unknown>[]) => void,
  ): Promise<string[]> {
    await cp(DATASET_FOLDER, folder, { recursive: true });
    const records = JSON.parse(await readFile(join(folder, file), 'utf8'));
    spoil(records);
    await writeFile(join(folder, file), JSON.stringify(records));
    const error = await loadDataset(folder).then(
      () => new Error('was not refused'),
      (reason: Error) => reason,
    );
    return error.message.split('\n').map((line) => line.replace(/^.*\/(?=[^/]+\.json)/, ''));
  }

  it('is told in one line: file, record, field, what is wrong', async () => {
    expect(
      await refusal('commitments.json', ([first]) => Object.assign(first ?? {}, { unit: 'HEADS' })),
    ).toEqual([
      'commitments.json: cn-lianyungang-2024-3000: unit: unknown unit: HEADS; use one of PEOPLE, PLACES, COURSES',
    ]);
    expect(
      await refusal('events.json', ([first]) => Object.assign(first ?? {}, { program: 'nowhere' })),
    ).toEqual(['events.json: cn-lianyungang-forum-2024: program: no such program: nowhere']);
    expect(await refusal('programs.json', (records) => records.push({ ...records[0] }))).toEqual([
      'programs.json: lianyungang-forum: is there twice',
    ]);
  });

  it('names the circle of counts that would be part of themselves', async () => {
    const back = { from: 'cn-gsi-2023-5000', to: 'cn-focac-2024-police-1000', basis: 'STATED' };
    const lines = await refusal('links.json', (records) => records.push({ ...back, relation: 'PART_OF' }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('cn-gsi-2023-5000 → cn-focac-2024-police-1000');
    expect(lines[0]).toContain('a count cannot be part of itself');
  });

  it('says which file is not JSON', async () => {
    await cp(DATASET_FOLDER, folder, { recursive: true });
    await writeFile(join(folder, 'links.json'), '[');
    await expect(loadDataset(folder)).rejects.toThrow(/links\.json: is not JSON/);
  });
});

it('findCycle takes counts that are the same as one', () => {
  const link = (from: string, relation: 'PART_OF' | 'SAME_AS' | 'RENEWS', to: string) => ({
    from,
    relation,
    to,
  });
  expect(findCycle([link('a', 'PART_OF', 'b'), link('b', 'SAME_AS', 'c')])).toBeNull();
  expect(findCycle([link('a', 'PART_OF', 'b'), link('b', 'RENEWS', 'a')])).toBeNull();
  expect(findCycle([link('a', 'PART_OF', 'b'), link('a', 'SAME_AS', 'b')])).not.toBeNull();
  expect(
    findCycle([
      link('a', 'PART_OF', 'b'),
      link('c', 'PART_OF', 'd'),
      link('b', 'SAME_AS', 'c'),
      link('d', 'SAME_AS', 'a'),
    ]),
  ).not.toBeNull();
});
