import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Context } from './context.ts';
import type { Executor } from './executor.ts';
import type { RecordStamp } from './http/record-stamp.ts';

/** How often a question is answered at most, where the record changes each time meanwhile. */
const MOST_TRIES = 3;

/**
 * Answers that are each of one state of the record. Of several statements some may be before a change and some after it: a sum
 * would miss what was linked in between, and name what is gone. Such a question is answered anew. Changes are made
 * once. See decision 0039.
 */
export function answerOfOneState(execute: Executor<Context>, record: RecordStamp): Executor<Context> {
  return async (question) => {
    const { context, operation } = question;
    if (context.release || operation?.operation !== OperationTypeNode.QUERY) return execute(question);
    for (let tries = 1; ; tries += 1) {
      const { stamp, cause } = await record.read().then(
        (read) => ({ stamp: read, cause: null }),
        (error: unknown) => ({ stamp: null, cause: error }),
      );
      if (stamp === null) return execute({ ...question, context: tellAway(context, cause) });
      const readings = context.readings ?? 0;
      const result = await execute({ ...question, context: forgetRows(context) });
      const hasOneReading = (context.readings ?? 0) - readings < 2;
      if (tries === MOST_TRIES || hasOneReading) return result;
      // Where the database is away by now, it was there for the answer.
      if (await record.isStill(stamp).catch(() => true)) return result;
    }
  };
}

/** The same question: where its time went by while the database said nothing, that is told, and not that it asked for too much. */
function tellAway(context: Context, cause: unknown): Context {
  return Object.defineProperty(forgetRows(context), 'db', {
    get: () => {
      try {
        return context.db;
      } catch (error) {
        throw error instanceof GraphQLError && error.extensions.code === 'QUERY_TOO_SLOW' ? cause : error;
      }
    },
  });
}

/** The same question, of which nothing was read yet: rows are kept by their context. */
function forgetRows(context: Context): Context {
  return Object.assign(Object.create(Object.getPrototypeOf(context)), context);
}
