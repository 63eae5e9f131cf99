import { type Database, findViolatedConstraint } from '@muster/db';
import { type Applying, applyRows, RecordsMoved } from './apply.ts';
import { changeJob, describeRows, findJob } from './jobs.ts';

/** Nothing is kept of an import that takes longer. */
const LONGEST_MS = 60 * 60_000;

/**
 * Brings a checked job in: all of it in one transaction, or nothing. `onProgress` is told of the rows written and may throw to
 * end it. On PostgreSQL what was done is told in the job as well, for other processes. Throws RecordsMoved.
 */
export async function applyJob(
  db: Database,
  applying: Applying,
  onProgress: (done: number) => void,
  stop: () => Error | null,
): Promise<void> {
  const { jobId } = applying;
  const tell = async (done: number) => {
    onProgress(done);
    // PGlite is one connection, which the transaction has.
    if (db.kind === 'postgres') {
      await changeJob(db, jobId, { done });
      if ((await findJob(db, jobId))?.cancelRequested) onProgress(-1);
    }
    const reason = stop();
    if (reason) throw reason;
  };
  await describeRows(db);
  try {
    await db.prisma.$transaction(
      async (transaction) => {
        const done = await applyRows(transaction, applying, tell);
        // In the same transaction: whoever ends this process leaves a job that says what became of its rows.
        await changeJob({ prisma: transaction }, jobId, { state: 'APPLIED', message: null, done });
      },
      { timeout: LONGEST_MS, maxWait: 10_000 },
    );
  } catch (error) {
    throw findViolatedConstraint(error) === null ? error : new RecordsMoved();
  }
}
