import type { DatabaseKind } from '@muster/db';
import { openTestDatabase, type TestDatabase } from '@muster/db/testing';
import { inject } from 'vitest';

const url = inject('postgresUrl') ?? undefined;

/** The databases that this machine can run; a missing PostgreSQL is said aloud. */
export const databases: DatabaseKind[] = url ? ['pglite', 'postgres'] : ['pglite'];

/** Asked to tell one state of the record from another (decision 0039), whatever the question. */
export function isOfState(sql: string): boolean {
  return /^\s*SELECT .* FROM (data_revision|release)\b/s.test(sql);
}

/** Migrated, without a record. */
export function openEmpty(kind: DatabaseKind): Promise<TestDatabase> {
  return openTestDatabase(kind, { url });
}

/** With the starter dataset, recorded on `TODAY`. */
export function openSeeded(kind: DatabaseKind): Promise<TestDatabase> {
  return openTestDatabase(kind, { url, template: inject('seeded')[kind] });
}
