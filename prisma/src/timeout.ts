import { listCauses } from './error-cause.ts';

/** PostgreSQL's `query_canceled`: by `statement_timeout`, or by hand. */
const CANCELED = '57014';

/** Whether a statement was cancelled because it took too long. Takes what Prisma throws and what `query` throws. */
export function isStatementTimeout(error: unknown): boolean {
  return [...listCauses(error)].some(
    (cause) =>
      ('code' in cause && cause.code === CANCELED) ||
      ('originalCode' in cause && cause.originalCode === CANCELED),
  );
}
