import { migrate, openDatabase, seed } from '@muster/db';
import { createServer } from './server.ts';
import { readSettings } from './settings.ts';

const settings = readSettings();
const db = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir });
const say = (line: string) => process.stderr.write(`${line}\n`);
await migrate(db, { onProgress: say });
await seed(db, { onProgress: say });
const app = await createServer({ db, settings });
await app.listen({ host: settings.host, port: settings.port });

async function stop(): Promise<void> {
  await app.close();
  await db.close();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
