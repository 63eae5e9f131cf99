/** The promise's own outcome, or a rejection after so many milliseconds; the work itself goes on. */
export function readWithin<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(Object.assign(new Error(`no answer in ${milliseconds / 1000} s`), { code: 'ETIMEDOUT' })),
    milliseconds,
  );
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
