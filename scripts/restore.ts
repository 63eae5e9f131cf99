// `npm run restore -- FILE`: a backup into an empty database, of either kind.
import { restoreBackup } from '../prisma/src/index.ts';
import { readOneArgument, tellOfSecret, withDatabase } from './database.ts';
import { fail } from './processes.ts';

const USAGE = `usage: npm run restore -- FILE
Brings a backup into an empty database: that of DATABASE_URL, else a new one in MUSTER_DATA_DIR.`;

const { given: file, settings } = readOneArgument(USAGE);
if (file === undefined) fail(`name the file\n${USAGE}`);
const { databaseUrl, dataDir } = settings;
const { header, end, migrated } = await withDatabase({ databaseUrl, dataDir }, (database) =>
  restoreBackup(database, file),
);
const then = migrated.length > 0 ? `, then ${migrated.length} newer migrations` : '';
process.stdout.write(
  `restored ${end.rows.toLocaleString('en-US')} rows of ${end.tables} tables, revision ${header.revision}, as of ${header.madeAt}${then}
${tellOfSecret(settings)}\n`,
);
