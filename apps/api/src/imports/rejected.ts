import { Readable } from 'node:stream';
import type { Database } from '@muster/db';
import { csv } from '../exports/formats/csv.ts';
import { findJudged, type Job } from '../modules/import/queries/jobs.ts';
import type { Problem } from './table-record.ts';

const ROWS_AT_ONCE = 500;

/** What stands before the columns of the file itself. */
export const REJECTED_COLUMNS = ['row', 'reasons'] as const;

/** The refused rows of a job as CSV: their place, the reasons, and what the file had there, to be mended and brought again. */
export function writeRejected(db: Database, job: Job): Readable {
  const header = (job.header as string[] | null) ?? null;
  const names = [...REJECTED_COLUMNS, ...(header ?? ['entity', 'record'])];
  const columns = names.map((name) => ({
    name,
    type: 'string' as const,
    meaning: name,
    unit: null,
    empty: null,
  }));
  const about = {
    title: '',
    citation: '',
    licence: '',
    revision: 0,
    release: null,
    knownOn: '',
    metadata: '',
  };
  return Readable.from(csv.write(columns, readRows(), about), { objectMode: false });

  async function* readRows() {
    for (let after = 0; ; ) {
      const rows = await findJudged(db, job.id, { verdict: 'REJECTED', after, take: ROWS_AT_ONCE });
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ position, entity, given, problems }) => {
        const cells = header
          ? header.map((_, i) => (given as string[])[i] ?? null)
          : [entity, JSON.stringify(given)];
        return [position, writeReasons(problems as unknown as Problem[] | null), ...cells];
      });
      after = last.position;
    }
  }
}

function writeReasons(problems: Problem[] | null): string {
  return (problems ?? [])
    .map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
    .join('; ');
}
