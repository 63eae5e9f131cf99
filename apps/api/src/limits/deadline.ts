import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';

/** Until when a question is worth working on. */
export interface Deadline {
  /** Throws QUERY_TOO_SLOW once the time is over, CLIENT_GONE once nobody waits for the answer. */
  check(): void;
}

/** `limitMs` 0: no limit. */
export function watchQuestion({ raw }: FastifyReply, limitMs: number): Deadline {
  const endsAt = limitMs > 0 ? performance.now() + limitMs : Number.POSITIVE_INFINITY;
  let isGone = false;
  raw.once('close', () => {
    isGone = !raw.writableFinished;
  });
  return {
    check() {
      if (isGone) {
        throw new GraphQLError('Whoever asked has hung up.', { extensions: { code: 'CLIENT_GONE' } });
      }
      if (performance.now() > endsAt) throw tooSlow(limitMs);
    },
  };
}

/** The question ran out of its time, by our clock or by the database's. */
export function tooSlow(limitMs: number): GraphQLError {
  const seconds = limitMs / 1000;
  return new GraphQLError(
    `The question was stopped after ${seconds} s, the limit. Ask for fewer records, a shorter period, or in several questions.`,
    { extensions: { code: 'QUERY_TOO_SLOW', limitSeconds: seconds } },
  );
}
