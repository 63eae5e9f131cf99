import { AccountingError, totalAt } from '@muster/accounting';
import type { Database } from '@muster/db';
import type { LinkInput } from '@muster/schema/rules';
import type { Viewer } from '../context.ts';
import { ENTITIES, type Entity } from '../modules/import/entities.ts';
import {
  changeJob,
  countVerdicts,
  describeRows,
  findJob,
  findJudged,
  findStaged,
  type Job,
  judgeRows,
  rejectRows,
  type Totals,
} from '../modules/import/queries/jobs.ts';
import { findAllLinks, findEventSlugs, findSourceDates } from '../modules/import/queries/names.ts';
import { Judge, restsOn } from './judge.ts';
import type { Mapping } from './mapping.ts';
import { KnownNames } from './names.ts';
import { Cancelled } from './progress.ts';

const ROWS_AT_ONCE = 500;

export interface CheckParts {
  db: Database;
  viewer: Viewer;
  today: string;
  /** Told of the rows that are done; may throw to end the check. */
  onProgress: (done: number) => void;
}

/** Tries all rows of a job and writes nothing but what it found of each. Throws Cancelled. */
export async function checkRows({ db, viewer, today, onProgress }: CheckParts, job: Job): Promise<Totals> {
  await describeRows(db);
  const mapping = job.mapping as Mapping | null;
  const names = await KnownNames.load(db, job.id);
  const judge = new Judge({ db, jobId: job.id, viewer, today, names, mapping });
  let done = 0;
  const passes = mapping ? [undefined] : ENTITIES.map(({ entity }) => entity);
  for (const entity of passes) {
    for (let after = 0; ; ) {
      const rows = await findStaged(db, job.id, { after, take: ROWS_AT_ONCE, ...(entity && { entity }) });
      const last = rows.at(-1);
      if (!last) break;
      await judgeRows(db, job.id, await judge.judge(rows));
      after = last.position;
      done += rows.length;
      onProgress(done);
      await changeJob(db, job.id, { done });
      if ((await findJob(db, job.id))?.cancelRequested) throw new Cancelled();
    }
    if (entity === 'Source' || entity === 'Event') await rejectHanging(db, job.id, entity, names);
    if (entity === 'Link') await rejectCycles(db, job.id);
  }
  return countVerdicts(db, job.id);
}

/** Refuses sources and events that rest on a row that is itself refused, until none does. */
async function rejectHanging(db: Database, jobId: number, entity: 'Source' | 'Event', names: KnownNames) {
  let resting = (await readRecords(db, jobId, entity)).flatMap(({ position, name, record }) => {
    const on = restsOn(entity, record);
    return on === null ? [] : [{ position, name: name ?? '', on }];
  });
  const wanted = resting.map(({ on }) => on);
  const stored =
    entity === 'Source'
      ? new Set((await findSourceDates(db, wanted)).keys())
      : await findEventSlugs(db, wanted);
  const [field, kind] = entity === 'Source' ? ['derivedFrom', 'source'] : ['supersedes', 'event'];
  for (;;) {
    const hanging = resting.filter(({ on }) => !names.isThere(entity, on, stored));
    if (hanging.length === 0) return;
    for (const { name } of hanging) names.drop(entity, name);
    await rejectRows(
      db,
      jobId,
      hanging.map(({ position, on }) => ({
        position,
        problems: [
          { field, message: `there is no ${kind} ${on}, or its own row is refused; choose another` },
        ],
      })),
    );
    resting = resting.filter((row) => !hanging.includes(row));
  }
}

/** Refuses links that would put a count inside itself. */
async function rejectCycles(db: Database, jobId: number): Promise<void> {
  let added = (await readRecords(db, jobId, 'Link')).map(({ position, record }) => ({
    position,
    link: record as LinkInput,
  }));
  if (added.length === 0) return;
  const stored = await findAllLinks(db);
  for (;;) {
    const ids = findCycle([...stored, ...added.map(({ link }) => link)]);
    const closing = added.filter(({ link }) => ids.includes(link.from) && ids.includes(link.to));
    if (closing.length === 0) return;
    const problems = [
      { field: 'to', message: `closes a circle: ${ids.join(', ')}; a count cannot be part of itself` },
    ];
    await rejectRows(
      db,
      jobId,
      closing.map(({ position }) => ({ position, problems })),
    );
    added = added.filter((row) => !closing.includes(row));
  }
}

function findCycle(links: readonly Pick<LinkInput, 'from' | 'to' | 'relation'>[]): string[] {
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to]))];
  const figures = ids.map((id) => ({
    id,
    quantity: { low: 1, high: 1 },
    window: { start: '2000-01-01', end: '2000-01-02' },
    knownOn: '2000-01-01',
  }));
  const held = links.filter(({ relation }) => ['PART_OF', 'MAY_BE_PART_OF', 'SAME_AS'].includes(relation));
  try {
    totalAt(figures, held as Parameters<typeof totalAt>[1], {
      at: '2000-01-02',
      schedule: 'EVEN',
      knownOn: '2000-01-02',
    });
    return [];
  } catch (error) {
    if (error instanceof AccountingError && error.code === 'CYCLE') return error.ids;
    throw error;
  }
}

async function readRecords(db: Database, jobId: number, entity: Entity) {
  const found = [];
  for (let after = 0; ; ) {
    const rows = await findJudged(db, jobId, { after, take: ROWS_AT_ONCE, entity });
    const last = rows.at(-1);
    if (!last) return found;
    found.push(...rows.filter(({ verdict }) => verdict === 'NEW' || verdict === 'CHANGED'));
    after = last.position;
  }
}
