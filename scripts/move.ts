// `npm run move`: the embedded database of MUSTER_DATA_DIR into the PostgreSQL of DATABASE_URL, which must be empty.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup, writeBackup } from '../prisma/src/index.ts';
import { readOneArgument, withDatabase } from './database.ts';
import { fail } from './processes.ts';

const USAGE = `usage: DATABASE_URL=postgres://… npm run move
Copies the embedded database of MUSTER_DATA_DIR into an empty PostgreSQL. Stop Muster first.`;

const { given, settings } = readOneArgument(USAGE);
const { databaseUrl, dataDir } = settings;
if (given !== undefined) fail(`nothing is to be named\n${USAGE}`);
if (!databaseUrl) fail(`DATABASE_URL must be set: where to move\n${USAGE}`);
if (!existsSync(join(dataDir, 'postgres'))) fail(`there is no database in ${dataDir}: set MUSTER_DATA_DIR`);

const folder = mkdtempSync(join(tmpdir(), 'muster-move-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'backup.gz');
await withDatabase({ dataDir }, (database) => writeBackup(database, file, new Date()));
const { header, end } = await withDatabase({ databaseUrl }, (database) => restoreBackup(database, file));
process.stdout.write(
  `moved ${end.rows.toLocaleString('en-US')} rows of ${end.tables} tables, revision ${header.revision}
Start Muster with this DATABASE_URL from now on, and with the same ${settings.secret === null ? `MUSTER_DATA_DIR (it keeps the secret; several processes need it as MUSTER_SECRET)` : 'MUSTER_SECRET'}.
The embedded database in ${join(dataDir, 'postgres')} is as it was; nothing reads it any more.\n`,
);
