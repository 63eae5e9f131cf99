import { setTimeout as sleep } from 'node:timers/promises';
import { type Desk, NoAnswer, Troubled } from './desk.ts';
import type { Change, Tracked } from './journal.ts';
import { writeCommitment, writeSource } from './records.ts';
import type { WriterParts } from './writer.ts';

const NEW_COMMITMENTS = 30;
const NEW_SOURCES = 5;
const CHANGED = 10;
/** Between two, so that not all that is written comes in files. */
const PAUSE_MS = 400;

export interface ImporterParts extends WriterParts {
  /** An apply is about to be asked for. */
  onApply(): void;
  /** How long it took. */
  onApplied(milliseconds: number): void;
}

/** Brings one file after the other in, until the server is gone. */
export async function keepImporting(parts: ImporterParts): Promise<void> {
  for (let n = 0; !parts.isOver(); n += 1) {
    try {
      await importOnce(parts, `${parts.name}-${n}`);
      await sleep(PAUSE_MS);
    } catch (error) {
      if (error instanceof Troubled) return parts.onTrouble(error.message);
      if (error instanceof NoAnswer) return;
      throw error;
    }
  }
}

async function importOnce(parts: ImporterParts, name: string): Promise<void> {
  const { chance, desk, journal, own } = parts;
  const state = chance.pick(['DRAFT', 'PUBLISHED']);
  const changes = planChanges(own, name, state);
  const content = JSON.stringify({
    sources: list(changes, 'SOURCE').map(({ record, next }) => writeSource(record.slug, next?.title ?? '')),
    commitments: list(changes, 'COMMITMENT').map(({ record, next }) =>
      writeCommitment(record.slug, next?.title ?? ''),
    ),
  });
  const { id } = await desk.importing(`?format=json&name=${name}.json`, content);
  await desk.importing(`/${id}/check`, {});
  const checked = await wait(desk, id);
  const isAsPlanned = checked.totals?.new + checked.totals?.changed === changes.length;
  if (checked.state !== 'CHECKED' || !isAsPlanned) {
    const rejected = await desk.importing(`/${id}/rows?verdict=REJECTED`);
    throw new Error(
      `the check found ${JSON.stringify([checked.state, checked.totals, rejected.rows?.[0]?.problems])}`,
    );
  }

  const attempt = journal.begin({ what: 'an import', changes, revisions: 1, isImport: true });
  parts.onApply();
  const since = performance.now();
  await desk.importing(`/${id}/apply`, { state, reason: `file ${name}` });
  const applied = await wait(desk, id);
  parts.onApplied(performance.now() - since);
  own.push(...changes.map(({ record }) => record).filter((record) => !own.includes(record)));
  if (applied.state === 'APPLIED') journal.acknowledge(attempt);
  else if (applied.message === null) throw new Troubled(`the import is ${applied.state}`);
  else throw new Troubled(applied.message);
}

/** New records, and some of earlier imports under other titles. */
function planChanges(own: Tracked[], name: string, state: string): Change[] {
  const fresh = (entity: Tracked['entity'], count: number): Change[] =>
    Array.from({ length: count }, (_, index) => {
      const slug = `${entity === 'SOURCE' ? 'paper' : 'row'}-${name}-${index}`;
      const next = { version: 1, title: `Row ${slug}`, state: entity === 'SOURCE' ? null : state };
      return { record: { entity, slug, now: null }, next };
    });
  const changed = own
    .filter(({ now }) => now !== null)
    .slice(-CHANGED)
    .flatMap(({ now }, index, records): Change[] => {
      const record = records[index];
      if (!record || now === null) return [];
      return [{ record, next: { ...now, version: now.version + 1, title: `Row again ${name}-${index}` } }];
    });
  return [...fresh('SOURCE', NEW_SOURCES), ...fresh('COMMITMENT', NEW_COMMITMENTS), ...changed];
}

function list(changes: Change[], entity: Tracked['entity']): Change[] {
  return changes.filter(({ record }) => record.entity === entity);
}

async function wait(desk: Desk, id: number): Promise<any> {
  for (;;) {
    const job = await desk.importing(`/${id}`);
    if (job.state !== 'CHECKING' && job.state !== 'APPLYING') return job;
    await sleep(10);
  }
}
