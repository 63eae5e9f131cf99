import { listCauses } from './error-cause.ts';

/**
 * Name of the constraint that refused a write (`count_quantity_ordered`, `count_slug_key`), or null for any other
 * error. Takes what Prisma throws and what `query` throws.
 */
export function findViolatedConstraint(error: unknown): string | null {
  for (const cause of listCauses(error)) {
    if ('constraint' in cause && typeof cause.constraint === 'string') return cause.constraint;
    const words =
      'originalMessage' in cause ? cause.originalMessage : 'message' in cause ? cause.message : '';
    const name = typeof words === 'string' ? /constraint "([^"]+)"/.exec(words)?.[1] : undefined;
    if (name) return name;
  }
  return null;
}
