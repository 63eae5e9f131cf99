// `npm start`: builds what is not yet built, then runs the API (which answers on the public port and owns the
// embedded database) and the dashboard behind it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readSettings, type Settings } from '../apps/api/src/settings.ts';
import {
  fail,
  findFreePort,
  findPortTrouble,
  root,
  run,
  superviseChildren,
  waitForAnswer,
} from './processes.ts';

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  // By it the API knows the dashboard, whose questions are not counted as one reader's.
  MUSTER_DASHBOARD_TOKEN: process.env.MUSTER_DASHBOARD_TOKEN || randomBytes(32).toString('base64url'),
};

const settings = requireSettings();
await requireFreePort(settings);
await build();

const webPort = await findFreePort();
const api = spawn(process.execPath, [join(root, 'apps/api/src/main.ts')], {
  cwd: root,
  env: { ...env, NODE_ENV: 'production', MUSTER_WEB_ORIGIN: `http://127.0.0.1:${webPort}` },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const web = spawn(
  process.execPath,
  [join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(webPort)],
  {
    cwd: join(root, 'apps/web'),
    env: {
      ...withoutSecrets(env),
      NODE_ENV: 'production',
      MUSTER_API_ORIGIN: `http://127.0.0.1:${settings.port}`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
const terminatedMs = (settings.drainSeconds + settings.stopSeconds + 3) * 1000;
superviseChildren({ API: api, dashboard: web }, { terminatedMs });

const isUp = () => api.exitCode === null && web.exitCode === null;
const isReady =
  (await waitForAnswer(`http://127.0.0.1:${settings.port}/readyz`, isUp)) &&
  (await waitForAnswer(`http://127.0.0.1:${webPort}/icon.svg`, isUp));
if (isReady) {
  process.stdout.write(
    `\nMuster is at ${settings.publicUrl}   GraphQL at ${settings.publicUrl}/graphql   Ctrl-C stops it\n`,
  );
}

/** The dashboard reads neither the database nor the mail server. */
function withoutSecrets({ DATABASE_URL, MUSTER_SMTP_URL, MUSTER_SECRET, ...rest }: NodeJS.ProcessEnv) {
  return rest;
}

function requireSettings(): Settings {
  try {
    return readSettings();
  } catch (error) {
    fail((error as Error).message);
  }
}

async function requireFreePort({ port, host }: Settings): Promise<void> {
  const trouble = await findPortTrouble(port, host);
  if (trouble === 'EADDRINUSE') fail(`port ${port} is taken; set MUSTER_PORT to another`);
  if (trouble)
    fail(`cannot listen on ${host}:${port} (${trouble}); set MUSTER_PORT or MUSTER_HOST to another`);
}

async function build(): Promise<void> {
  const note = setTimeout(
    () => process.stderr.write('Building the dashboard (the first time takes a minute) …\n'),
    1500,
  );
  const { code, output } = await run(join(root, 'node_modules/.bin/turbo'), ['run', 'build'], env);
  clearTimeout(note);
  if (code !== 0) fail(`the build failed\n${output}`);
}
