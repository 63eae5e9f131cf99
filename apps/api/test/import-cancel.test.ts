import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyJob } from '../src/modules/import/queries/run.ts';
import { databases } from './support/databases.ts';
import { importAs } from './support/imports.ts';
import { type Newsroom, openNewsroom } from './support/newsroom.ts';

const ROWS = 6_000;
const HEADER =
  'kind,slug,title,provider,unit,measure,audience,audienceStated,voice,scope,confidence,number,source,language';
const content = [
  HEADER,
  ...Array.from(
    { length: ROWS },
    (_, n) =>
      `REPORTED_TOTAL,row-${n},Training ${n},CHN,PEOPLE,TRAINEES,POLICE,police,PROVIDER,UNSPECIFIED,HIGH,${n + 10},daily-2024,en`,
  ),
].join('\n');

// One step must be left in its middle: PGlite, one connection, answers nobody meanwhile.
describe.runIf(databases.includes('postgres'))('an import that is given up on PostgreSQL', () => {
  let room: Newsroom;
  let id: number;
  beforeAll(async () => {
    room = await openNewsroom('postgres');
    id = (await by().upload({ format: 'csv', content })).json().id;
  });
  afterAll(() => room?.close());
  const by = () => importAs(room.app, room.editor);

  /** Gives up once some rows are done and some are not, and tells how the job then stands. */
  async function cancelInTheMiddle(): Promise<any> {
    for (;;) {
      const { state, done } = (await by().get(`/${id}`)).json();
      expect(['CHECKING', 'APPLYING']).toContain(state);
      if (done > 0) {
        expect(done).toBeLessThan(ROWS);
        break;
      }
      await sleep(5);
    }
    expect((await by().post(`/${id}/cancel`)).statusCode).toBe(202);
    return by().wait(id);
  }

  async function countWritten(): Promise<object> {
    const { prisma } = room.db;
    const [counts, revisions, data] = await Promise.all([
      prisma.count.count(),
      prisma.revision.count(),
      prisma.dataRevision.findFirst(),
    ]);
    return { counts, revisions, data: data?.revision };
  }

  test('in the middle of the check it is as it was before', async () => {
    const before = await countWritten();
    await by().post(`/${id}/check`, {});
    const job = await cancelInTheMiddle();
    expect(job).toMatchObject({ state: 'READ', totals: null, message: expect.stringMatching(/^Given up/) });
    expect(await countWritten()).toEqual(before);
  });

  test('in the middle of being brought in nothing is written, and it can be brought in again', async () => {
    const before = await countWritten();
    await by().post(`/${id}/check`, {});
    expect(await by().wait(id)).toMatchObject({ state: 'CHECKED', message: null, totals: { new: ROWS } });
    await by().post(`/${id}/apply`, {});
    expect(await cancelInTheMiddle()).toMatchObject({
      state: 'CHECKED',
      totals: { new: ROWS },
      message: expect.stringMatching(/nothing was brought in/),
    });
    expect(await countWritten()).toEqual(before);
    expect(await by().apply(id)).toMatchObject({ state: 'APPLIED', done: ROWS, message: null });
    expect(await countWritten()).toMatchObject({ counts: ROWS, revisions: ROWS });
  });

  test('another process can give it up, too', async () => {
    const again = (await by().upload({ format: 'csv', content })).json().id;
    await by().post(`/${again}/check`, {});
    await room.db.prisma.importJob.update({ where: { id: again }, data: { cancelRequested: true } });
    expect(await by().wait(again)).toMatchObject({ state: 'READ', totals: null });
  });

  test('what was brought in says so in its own transaction, whatever then becomes of the process', async () => {
    const row = content.split('\n').slice(0, 2).join('\n').replace('row-0', 'row-alone');
    const job = await by().check({ format: 'csv', content: row });
    const applying = {
      jobId: job.id,
      viewer: room.editor,
      state: 'DRAFT',
      reason: null,
      skipAlike: false,
    } as const;
    await applyJob(
      room.db,
      applying,
      () => {},
      () => null,
    );
    const told = (await by().get(`/${job.id}`)).json();
    expect(told).toMatchObject({ state: 'APPLIED', done: 1, totals: { new: 1 } });
  });
});
