import { loadDataset } from '@muster/db';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';
import { createPerson, type Person } from './support/people.ts';

describe.each(databases)('full export on %s', (kind) => {
  let api: TestApi;
  let editor: Person;

  beforeAll(async () => {
    api = await startTestApi(kind);
    editor = await createPerson(api.db, api.app, 'EDITOR');
  });
  afterAll(() => api?.close());

  const get = (format: string, person: Person | null = editor): Promise<LightMyRequestResponse> =>
    api.app.inject({ url: `/api/admin/export.${format}`, headers: person ? { cookie: person.cookie } : {} });

  test('JSON holds every record of the dataset in the shape in which it was given, drafts too', async () => {
    await api.db.prisma.count.update({
      where: { slug: 'cn-lianyungang-2024-3000' },
      data: { state: 'DRAFT' },
      select: { id: true },
    });
    const exported = (await get('json')).json();
    const dataset = await loadDataset();
    const byName = (records: any[]) =>
      new Map(records.map((it) => [it.slug ?? it.iso3 ?? `${it.from} ${it.to} ${it.relation}`, it]));
    expect(Object.keys(exported)).toEqual(Object.keys(dataset));
    for (const [list, records] of Object.entries(dataset)) {
      if (list === 'groups') continue;
      expect(byName(exported[list])).toEqual(byName(records));
    }
    const members = (groups: any[]) =>
      groups.flatMap((it) => it.members.map((m: any) => `${it.code} ${m.country} ${m.since}`)).sort();
    expect(members(exported.groups)).toEqual(members(dataset.groups));
  });

  test('the order is that of names as bytes, and the same each time', async () => {
    const [one, other] = [await get('json'), await get('json')];
    expect(one.body).toBe(other.body);
    const slugs = one.json().sources.map(({ slug }: { slug: string }) => slug);
    expect(slugs).toEqual([...slugs].sort());
  });

  test('CSV and XLSX hold the counts, with claims as JSON', async () => {
    const text = (await get('csv')).body;
    expect(text).toMatch(/^kind,slug,title,status,/);
    expect(text).toContain('cn-report-2024-2700');
    const workbook = await get('xlsx');
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect(workbook.headers['cache-control']).toBe('no-store');
  });

  test('only whoever is signed in may have it', async () => {
    const refused = await get('json', null);
    expect([refused.statusCode, refused.json().errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
