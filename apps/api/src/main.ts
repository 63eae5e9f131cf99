import { DatabaseError, migrate, openDatabase, seed } from '@muster/db';
import { keepSecret } from './auth/secret.ts';
import { ensureSetupLink } from './auth/setup-link.ts';
import { createServer } from './server.ts';
import { readSettings, type Settings } from './settings.ts';

const STOP_WITHIN_MS = 4_500;
/** Troubles of the database that another address would mend. */
const ADDRESS_CODES = new Set<string>(['BAD_URL', 'UNREACHABLE', 'WRONG_VERSION']);

const closers: (() => Promise<unknown>)[] = [];
let isStopping = false;

process.on('SIGINT', stop);
process.on('SIGTERM', stop);

try {
  await start(readSettings());
} catch (error) {
  if (!isStopping) await fail(error);
}

async function start(settings: Settings): Promise<void> {
  const db = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, log: say });
  closers.push(() => db.close());
  await migrate(db, {
    onProgress: ({ name, done, total }) => say(`migration ${done + 1} of ${total}: ${name}`),
  });
  await seed(db, { onProgress: say });
  const secret = settings.secret ?? (await keepSecret(settings.dataDir));
  const app = await createServer({ db, settings: { ...settings, secret } });
  closers.push(() => app.close());
  await app.listen({ host: settings.host, port: settings.port }).catch((error) => {
    throw new Error(explainListening(error, settings), { cause: error });
  });
  const setupLink = await ensureSetupLink(db, settings.publicUrl);
  if (setupLink) say(`Create the first administrator: ${setupLink}`);
}

/** Takes no more requests, finishes those in flight, closes the database. A connection that hangs on is cut. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  try {
    for (const close of closers.reverse()) await close();
    process.exit(0);
  } catch (error) {
    say(`could not stop cleanly: ${(error as Error).message}`);
    process.exit(1);
  }
}

async function fail(error: unknown): Promise<never> {
  for (const close of closers.reverse()) await close().catch(() => {});

  const { message } = error as Error;
  const line = message.replaceAll(/\s+/g, ' ');
  const isAddress = error instanceof DatabaseError && ADDRESS_CODES.has(error.code);
  say(isAddress ? `DATABASE_URL: ${line}` : line);
  process.exit(1);
}

function explainListening(error: NodeJS.ErrnoException, { host, port }: Settings): string {
  if (error.code === 'EADDRINUSE') return `port ${port} is taken; set MUSTER_PORT to another`;
  if (error.code === 'EACCES') return `port ${port} may not be used; set MUSTER_PORT to 1024 or more`;
  return `cannot listen on ${host}:${port} (${error.code ?? error.message}); set MUSTER_HOST or MUSTER_PORT to another`;
}

function say(line: string): void {
  process.stderr.write(`muster: ${line}\n`);
}
