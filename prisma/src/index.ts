export type * from '../generated/client.ts';
export { Prisma, PrismaClient } from '../generated/client.ts';
export * from '../generated/enums.ts';
export {
  type BackupEnd,
  type BackupHeader,
  checkBackup,
  dumpDatabase,
  keepBackup,
  type Restored,
  restoreBackup,
  writeBackup,
} from './backup/index.ts';
export { type OpenOptions, openDatabase } from './client.ts';
export { findViolatedConstraint } from './constraint.ts';
export { countReadings } from './count-readings.ts';
export type {
  Connection,
  Connections,
  Database,
  DatabaseKind,
  ReadingDatabase,
  ReleaseDatabase,
} from './database.ts';
export { DatabaseError, type DatabaseErrorCode } from './database-error.ts';
export { findMissingMigrations, type MigrateOptions, migrate } from './migrate.ts';
export { type CreateRelease, createRelease, type MadeRelease } from './releases/create.ts';
export { type Field, TABLE_FILES } from './releases/files/index.ts';
export { isReleaseName } from './releases/name.ts';
export { findRelease, listReleases, type ReleaseRow } from './releases/read.ts';
export {
  bumpDataRevision,
  type DataRevision,
  onRevision,
  readDataRevision,
  type TransactionClient,
} from './revision.ts';
export { type Dataset, DatasetError, loadDataset, type SeedOptions, seed } from './seed/index.ts';
export type { Statement, StatementListener, StatementWatcher } from './statements.ts';
export { isStatementTimeout } from './timeout.ts';
export { findUnavailability, type Unavailability } from './unavailable.ts';
