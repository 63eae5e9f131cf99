import { countReadings, type ReleaseDatabase } from '@muster/db';
import type { Context } from './context.ts';
import type { Deadline } from './limits/deadline.ts';

interface QuestionParts extends Omit<Context, 'db' | 'readings'> {
  /** What `db` gives while the question's time lasts. */
  records: ReleaseDatabase;
  deadline: Deadline;
}

/** The context of one question, whose records can be read as long as its time lasts. */
export function createQuestion({ records, deadline, ...parts }: QuestionParts): Context {
  const counted = countReadings(records);
  // On the prototype: Apollo copies a context's own properties, and would read a getter among them once and for all.
  const question = Object.create({
    get db() {
      deadline.check();
      return counted.records;
    },
    get readings() {
      return counted.count();
    },
  });
  return Object.assign(question, parts);
}
