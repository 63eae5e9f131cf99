/** Told of the database as of one that cannot be reached. */
class NoAnswer extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(milliseconds: number) {
    super(`no answer in ${milliseconds / 1000} s`);
  }
}

/** The promise's own outcome, or a rejection after so many milliseconds; the work itself goes on. */
export function readWithin<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoAnswer(milliseconds)), milliseconds);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
