// `npm run backup [-- FILE or FOLDER]`: the whole database in one file, also while the product runs.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_HEADER, BACKUP_PATH, writeBackupProof } from '../apps/api/src/backup-route.ts';
import type { Settings } from '../apps/api/src/settings.ts';
import { checkBackup, DatabaseError, keepBackup, openDatabase, writeBackup } from '../prisma/src/index.ts';
import { findSecret, nameSecret, readOneArgument, tellTroubles } from './database.ts';
import { fail } from './processes.ts';

const USAGE = `usage: npm run backup [-- FILE or FOLDER]
Writes the database (DATABASE_URL, else the one in MUSTER_DATA_DIR) into a new file; default: here, named by the time.`;

const { given, settings } = readOneArgument(USAGE);
const at = new Date();
const file = chooseFile(given ?? '.');
const { header, end } = await tellTroubles(() => backUp(settings));
process.stdout.write(
  `${file}: ${end.rows.toLocaleString('en-US')} rows of ${end.tables} tables, revision ${header.revision}, ${statSync(file).size.toLocaleString('en-US')} bytes
sha256  ${end.sha256}
It holds password hashes and e-mail addresses: let nobody read it who may not.
Not in it: ${nameSecret(settings)}, without which codes at sign-in and sessions do not hold. Keep a copy in another place.\n`,
);

function chooseFile(place: string): string {
  if (!existsSync(place) || !statSync(place).isDirectory()) return place;
  return join(place, `muster-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup.gz`);
}

async function backUp({ databaseUrl, dataDir }: Settings) {
  if (existsSync(file)) throw new DatabaseError('BACKUP_UNWRITABLE', `there is a file ${file} already`);
  // Opening would make one.
  if (!databaseUrl && !existsSync(join(dataDir, 'postgres'))) {
    throw new DatabaseError(
      'NOTHING_TO_BACK_UP',
      `there is no database in ${dataDir}: set MUSTER_DATA_DIR or DATABASE_URL`,
    );
  }
  const database = await openDatabase({ databaseUrl, dataDir, poolSize: 1 }).catch((error) => {
    if (error instanceof DatabaseError && error.code === 'DATA_DIR_IN_USE') return null;
    throw error;
  });
  if (database === null) return askRunning(settings);
  return writeBackup(database, file, at).finally(() => database.close());
}

/** The embedded database belongs to the process that runs on it, so that one makes the backup. */
async function askRunning(running: Settings) {
  const secret = await findSecret(running);
  const url = `http://${running.host.includes(':') ? `[${running.host}]` : running.host}:${running.port}${BACKUP_PATH}`;
  const stop = `stop Muster, or set MUSTER_PORT and MUSTER_HOST as they are set for it`;
  const response = await fetch(url, { headers: { [BACKUP_HEADER]: writeBackupProof(secret ?? '') } }).catch(
    () => null,
  );
  if (!response) fail(`Muster runs on ${running.dataDir} and does not answer at ${url}; ${stop}`);
  if (!response.ok || !response.body) {
    fail(`Muster runs on ${running.dataDir} and makes no backup at ${url} (${response.status}); ${stop}`);
  }
  await keepBackup(file, response.body, { isZipped: true });
  return checkBackup(file);
}
