import type { ReleaseDatabase } from '@muster/db';
import type { Context } from './context.ts';
import type { Deadline } from './limits/deadline.ts';

interface QuestionParts extends Omit<Context, 'db' | 'readings'> {
  /** What `db` gives while the question's time lasts. */
  records: ReleaseDatabase;
  deadline: Deadline;
}

/** The context of one question, whose records can be read as long as its time lasts. */
export function createQuestion({ records, deadline, ...parts }: QuestionParts): Context {
  let readings = 0;
  const counted: ReleaseDatabase = {
    ...records,
    get prisma() {
      // What hangs on its rows it reads by statements of their own.
      readings += 2;
      return records.prisma;
    },
    query: (...asked) => {
      readings += 1;
      return records.query(...asked);
    },
  };
  // On the prototype: Apollo copies a context's own properties, and would read a getter among them once and for all.
  const question = Object.create({
    get db() {
      deadline.check();
      return counted;
    },
    get readings() {
      return readings;
    },
  });
  return Object.assign(question, parts);
}
