export type DatabaseErrorCode =
  | 'BAD_URL'
  | 'UNREACHABLE'
  | 'WRONG_VERSION'
  | 'DATA_DIR_UNWRITABLE'
  | 'DATA_DIR_IN_USE'
  | 'CORRUPT'
  | 'MIGRATION_CHANGED'
  | 'MIGRATION_MISSING'
  | 'MIGRATION_FAILED'
  | 'BAD_RELEASE_NAME'
  | 'NOTHING_TO_BACK_UP'
  | 'BACKUP_UNWRITABLE'
  | 'BAD_BACKUP'
  | 'NEWER_BACKUP'
  | 'NOT_EMPTY';

/** A failure to open, migrate, back up or restore a database, or to release its records, told in one line that is safe to print: it never holds a password. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
