import type { DatabaseKind } from '@muster/db';
import { openTestDatabase, type TestDatabase } from '@muster/db/testing';
import { inject } from 'vitest';

const url = inject('postgresUrl') ?? undefined;

/** The databases that this machine can run; a missing PostgreSQL is said aloud. */
export const databases: DatabaseKind[] = url ? ['pglite', 'postgres'] : ['pglite'];

/** Migrated, without a record. */
export function openEmpty(kind: DatabaseKind): Promise<TestDatabase> {
  return openTestDatabase(kind, { url });
}

/** With the starter dataset, recorded on `TODAY`. */
export function openSeeded(kind: DatabaseKind): Promise<TestDatabase> {
  return openTestDatabase(kind, { url, template: inject('seeded')[kind] });
}
