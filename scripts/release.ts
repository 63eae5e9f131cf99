// `npm run release [-- --name NAME]`: a dated copy of the published records, which never changes afterwards.
import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../apps/api/src/settings.ts';
import {
  createRelease,
  type Database,
  DatabaseError,
  migrate,
  openDatabase,
  readDataRevision,
} from '../prisma/src/index.ts';
import { fail } from './processes.ts';

const USAGE = 'usage: npm run release [-- --name NAME], NAME of small letters, digits and hyphens';

const { name, settings } = readArguments();
const db = await open(settings);
try {
  await migrate(db);
  const { revision } = await readDataRevision(db);
  if (revision === 0) fail('nothing is published there yet; npm start brings in the starter dataset');
  const at = new Date();
  const { release, isNew } = await createRelease(db, { name, day: at.toISOString().slice(0, 10), at });
  process.stdout.write(
    isNew
      ? `release ${release.name} of revision ${release.revision}\nsha256  ${release.checksum}\n`
      : `nothing was published since release ${release.name} of revision ${release.revision}: none was made\n` +
          `sha256  ${release.checksum}\n`,
  );
} catch (error) {
  if (error instanceof DatabaseError) fail(error.message);
  throw error;
} finally {
  await db.close();
}

function readArguments(): { name: string | undefined; settings: Settings } {
  try {
    const { values } = parseArgs({ options: { name: { type: 'string' } } });
    return { name: values.name, settings: readSettings() };
  } catch (error) {
    fail(`${(error as Error).message}\n${USAGE}`);
  }
}

async function open({ databaseUrl, dataDir, publicUrl }: Settings): Promise<Database> {
  try {
    return await openDatabase({ databaseUrl, dataDir });
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code !== 'DATA_DIR_IN_USE') fail(error.message);
    fail(
      `${error.message}\nMuster runs on it: sign in at ${publicUrl}/admin as an administrator and ask it, at ` +
        `${publicUrl}/graphql:\n  mutation { createRelease { ... on ReleaseMade { release { name checksum } } } }`,
    );
  }
}
