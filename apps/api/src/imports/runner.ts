import type { Database } from '@muster/db';
import type { FastifyBaseLogger } from 'fastify';
import type { Viewer } from '../context.ts';
import { RecordsMoved } from '../modules/import/queries/apply.ts';
import { changeJob, type Job } from '../modules/import/queries/jobs.ts';
import { applyJob } from '../modules/import/queries/run.ts';
import { checkRows } from './check.ts';
import { Cancelled } from './progress.ts';
import type { NewState } from './rights.ts';

interface Running {
  done: number;
  isCancelled: boolean;
  ended: Promise<void>;
}

export interface ApplyChoice {
  state: NewState;
  reason: string | null;
  skipAlike: boolean;
}

const MOVED = 'Records changed since the rows were checked; nothing was brought in. Check again.';
const GIVEN_UP = 'Given up when you asked; nothing was brought in.';
const UNDER_WAY = ['CHECKING', 'APPLYING'] as const;
const BROKE = 'Something went wrong on our side; nothing was brought in. Try again.';

/** Checks and applies jobs beside the requests that asked for it. */
export class ImportRunner {
  private readonly db: Database;
  private readonly log: FastifyBaseLogger;
  private readonly today: () => string;
  private readonly running = new Map<number, Running>();

  constructor(db: Database, log: FastifyBaseLogger, today: () => string) {
    this.db = db;
    this.log = log;
    this.today = today;
  }

  /** Rows that this process is done with; null where it does not work on the job. */
  progressOf(jobId: number): number | null {
    return this.running.get(jobId)?.done ?? null;
  }

  cancel(jobId: number): void {
    const running = this.running.get(jobId);
    if (running) running.isCancelled = true;
  }

  check(job: Job, viewer: Viewer): void {
    this.run(job, 'READ', async (running) => {
      const onProgress = (done: number) => {
        if (running.isCancelled) throw new Cancelled();
        running.done = done;
      };
      const parts = { db: this.db, viewer, today: this.today(), onProgress };
      const totals = await checkRows(parts, job);
      await changeJob(this.db, job.id, { state: 'CHECKED', totals, checkedRole: viewer.role, message: null });
    });
  }

  apply(job: Job, viewer: Viewer, choice: ApplyChoice): void {
    this.run(job, 'CHECKED', async (running) => {
      const onProgress = (done: number) => {
        if (done < 0) running.isCancelled = true;
        else running.done = done;
      };
      const stop = () => (running.isCancelled ? new Cancelled() : null);
      await applyJob(this.db, { ...choice, jobId: job.id, viewer }, onProgress, stop);
    });
  }

  /** Gives up what runs, and waits for it. */
  async stop(): Promise<void> {
    for (const running of this.running.values()) running.isCancelled = true;
    await Promise.all([...this.running.values()].map(({ ended }) => ended));
  }

  private run(job: Job, before: 'READ' | 'CHECKED', work: (running: Running) => Promise<void>): void {
    const running: Running = { done: 0, isCancelled: false, ended: Promise.resolve() };
    this.running.set(job.id, running);
    running.ended = work(running)
      .catch(async (error: unknown) => {
        if (error instanceof Cancelled) {
          const change = { state: before, message: GIVEN_UP, cancelRequested: false };
          await changeJob(this.db, job.id, change, UNDER_WAY);
          return;
        }
        if (!(error instanceof RecordsMoved)) this.log.error(error);
        const message = error instanceof RecordsMoved ? MOVED : BROKE;
        // Where the answer to a COMMIT was lost the rows may be there, and the job says so already.
        await changeJob(this.db, job.id, { state: 'READ', message, cancelRequested: false }, UNDER_WAY);
      })
      .catch((error: unknown) => this.log.error(error))
      .finally(() => this.running.delete(job.id));
  }
}
