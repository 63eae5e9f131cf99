import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, startTestApi, type TestApi } from './support/api.ts';
import { importAs } from './support/imports.ts';
import { openServer } from './support/newsroom.ts';
import { createPerson, type Person } from './support/people.ts';

describe.each(databases)('an export brought in again on %s', (kind) => {
  let api: TestApi;
  let empty: Awaited<ReturnType<typeof openServer>>;
  let admin: Person;
  let exported: string;

  beforeAll(async () => {
    api = await startTestApi(kind);
    const editor = await createPerson(api.db, api.app, 'EDITOR');
    const get = (ending: string) =>
      api.app.inject({ url: `/api/admin/export.${ending}`, headers: { cookie: editor.cookie } });
    exported = (await get('json')).body;
    empty = await openServer(kind);
    admin = await createPerson(empty.db, empty.app, 'ADMIN');
  });
  afterAll(async () => {
    await api?.close();
    await empty?.close();
  });

  const exportAgain = async (ending = 'json') =>
    empty.app.inject({ url: `/api/admin/export.${ending}`, headers: { cookie: admin.cookie } });

  test('an empty instance then gives back the same export, byte for byte', async () => {
    const by = importAs(empty.app, admin);
    const job = await by.check({ format: 'json', content: exported });
    expect(await by.rows(job.id, 'REJECTED')).toEqual([]);
    expect(job).toMatchObject({
      state: 'CHECKED',
      totals: { changed: 0, same: 0, rejected: 0, new: job.rows },
    });
    expect(await by.apply(job.id, { state: 'PUBLISHED', reason: 'moved house' })).toMatchObject({
      state: 'APPLIED',
      message: null,
    });
    expect((await exportAgain()).body).toBe(exported);
  });

  test('each record has a revision that tells who brought it and why, and readers are told', async () => {
    const revisions = await empty.db.prisma.revision.groupBy({
      by: ['entity'],
      _count: true,
      where: { actorId: admin.id },
    });
    const content = JSON.parse(exported);
    const counted = Object.fromEntries(revisions.map(({ entity, _count }) => [entity, _count]));
    expect(counted).toEqual({
      Country: content.countries.length,
      Group: content.groups.length,
      Provider: content.providers.length,
      Program: content.programs.length,
      Source: content.sources.length,
      Commitment: content.commitments.length,
      ReportedTotal: content.reportedTotals.length,
      Event: content.events.length,
      Link: content.links.length,
    });
    const one = await empty.db.prisma.revision.findFirst({ where: { slug: 'cn-report-2024-2700' } });
    expect(one).toMatchObject({
      action: 'IMPORTED',
      version: 1,
      actorName: 'admin',
      reason: 'moved house',
      isPublic: true,
      before: null,
    });
    expect(one?.after).toMatchObject({ slug: 'cn-report-2024-2700' });
    expect((await empty.db.prisma.dataRevision.findFirst())?.revision).toBe(1);
    expect(await empty.db.prisma.count.count({ where: { state: 'PUBLISHED' } })).toBe(
      content.commitments.length + content.reportedTotals.length,
    );
  });

  test.each(['json', 'csv', 'xlsx'] as const)('brought in again as %s it changes nothing', async (format) => {
    const by = importAs(empty.app, admin);
    const before = await empty.db.prisma.revision.count();
    const job = await by.check({ format, content: (await exportAgain(format)).rawPayload });
    expect(await by.rows(job.id, 'CHANGED')).toEqual([]);
    expect(await by.rows(job.id, 'REJECTED')).toEqual([]);
    expect(job.totals).toEqual({ new: 0, changed: 0, same: job.rows, rejected: 0, alike: 0 });
    await by.apply(job.id);
    expect(await empty.db.prisma.revision.count()).toBe(before);
    expect((await exportAgain()).body).toBe(exported);
  });
});
