import type { Statement } from '@muster/db';
import type { Metrics } from './metrics.ts';

const OPERATIONS = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'WITH', 'BEGIN', 'COMMIT', 'ROLLBACK']);

export function measureStatement({ statementSeconds }: Metrics, statement: Statement): void {
  const operation = readOperation(statement.sql);
  statementSeconds.observe(
    {
      operation: OPERATIONS.has(operation) ? operation : 'OTHER',
      outcome: statement.failed ? 'failed' : 'ok',
    },
    statement.milliseconds / 1000,
  );
}

/** The first word of a statement, in capitals. */
export function readOperation(sql: string): string {
  return /[a-z]+/i.exec(sql)?.[0].toUpperCase() ?? '';
}
