// `npm run restore -- FILE`: a backup into an empty database, of either kind.
import { checkBackup, restoreBackup } from '../prisma/src/index.ts';
import { nameSecret, readOneArgument, tellTroubles, withDatabase } from './database.ts';
import { fail } from './processes.ts';

const USAGE = `usage: npm run restore -- FILE
Brings a backup into an empty database: that of DATABASE_URL, else a new one in MUSTER_DATA_DIR.`;

const { given: file, settings } = readOneArgument(USAGE);
if (file === undefined) fail(`name the file\n${USAGE}`);
const { databaseUrl, dataDir } = settings;
// Before a folder is made for it.
await tellTroubles(() => checkBackup(file));
const { header, end, migrated } = await withDatabase({ databaseUrl, dataDir }, (database) =>
  restoreBackup(database, file),
);
const then = migrated.length > 0 ? `, then ${migrated.length} newer migrations` : '';
process.stdout.write(
  `restored ${end.rows.toLocaleString('en-US')} rows of ${end.tables} tables, revision ${header.revision}, as of ${header.madeAt}${then}
It needs the secret that it was made with, as ${nameSecret(settings)}: without it codes at sign-in and sessions do not hold.\n`,
);
