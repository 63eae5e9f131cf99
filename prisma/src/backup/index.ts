export { type BackupEnd, type BackupHeader, checkBackup } from './archive.ts';
export { dumpDatabase } from './dump.ts';
export { keepBackup, writeBackup } from './file.ts';
export { type Restored, restoreBackup } from './restore.ts';
