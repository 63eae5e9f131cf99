import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseError, migrate, openDatabase, seed } from '@muster/db';
import { keepSecret } from './auth/secret.ts';
import { ensureSetupLink } from './auth/setup-link.ts';
import { waitUntilIdle } from './requests.ts';
import { createServer } from './server.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Tracing } from './telemetry/exporter.ts';

/** Whoever presses Ctrl-C waits at the terminal. */
const INTERRUPTED: Patience = { drainMs: 0, stopMs: 4_500 };

interface Patience {
  /** Requests are still taken, while `/readyz` says that no more should come. */
  drainMs: number;
  /** Requests in flight are then given so long. */
  stopMs: number;
}

/** Troubles of the database that another address would mend. */
const ADDRESS_CODES = new Set<string>(['BAD_URL', 'UNREACHABLE', 'WRONG_VERSION']);

const closers: (() => Promise<unknown>)[] = [];
let isStopping = false;
let terminated = INTERRUPTED;
let finishRequests: (within: number) => Promise<void> = async () => {};

process.on('SIGINT', () => stop(INTERRUPTED));
process.on('SIGTERM', () => stop(terminated));

try {
  await start(readSettings());
} catch (error) {
  if (!isStopping) await fail(error);
}

async function start(settings: Settings): Promise<void> {
  terminated = { drainMs: settings.drainSeconds * 1000, stopMs: settings.stopSeconds * 1000 };
  const tracing = await startTraces(settings);
  const db = await openDatabase({
    databaseUrl: settings.databaseUrl,
    poolSize: Math.floor(settings.databaseConnections / 2),
    dataDir: settings.dataDir,
    log: say,
  });
  closers.push(() => db.close());
  await migrate(db, {
    onProgress: ({ name, done, total }) => say(`migration ${done + 1} of ${total}: ${name}`),
    onNewer: (names) => say(`the database is of a newer version (${names.join(', ')}); going on with it`),
  });
  await seed(db, { onProgress: say });
  const secret = settings.secret ?? (await keepSecret(settings.dataDir));
  const app = await createServer({
    db,
    settings: { ...settings, secret },
    tracer: tracing?.tracer,
    isStopping: () => isStopping,
  });
  closers.push(() => app.close());
  finishRequests = (within) => waitUntilIdle(app, within);
  await app.listen({ host: settings.host, port: settings.port }).catch((error) => {
    throw new Error(explainListening(error, settings), { cause: error });
  });
  const setupLink = await ensureSetupLink(db, settings.publicUrl);
  if (setupLink) say(`Create the first administrator: ${setupLink}`);
}

// Only where they are wanted: the libraries cost a start some 100 ms.
async function startTraces({ traceEndpoint, serviceName }: Settings): Promise<Tracing | null> {
  if (traceEndpoint === null) return null;
  const { startTracing } = await import('./telemetry/exporter.ts');
  const tracing = startTracing({ endpoint: traceEndpoint, serviceName, log: say });
  closers.push(() => tracing.stop());
  return tracing;
}

/**
 * Says on /readyz that no more requests should come, finishes those in flight, closes the database. What hangs on past
 * its time is cut.
 */
async function stop({ drainMs, stopMs }: Patience): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(0), drainMs + stopMs).unref();
  try {
    await sleep(drainMs);
    // New ones are still answered: a page in flight asks this process for its data.
    await finishRequests(stopMs / 2);
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
