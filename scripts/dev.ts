// `npm run dev`: the same two processes as `npm start`, reloading on change.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readSettings } from '../apps/api/src/settings.ts';
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
const settings = readSettings();
if (await findPortTrouble(settings.port, settings.host))
  fail(`port ${settings.port} is taken; set MUSTER_PORT to another`);

const codegen = await run(join(root, 'node_modules/.bin/turbo'), ['run', 'codegen'], env);
if (codegen.code !== 0) fail(`codegen failed\n${codegen.output}`);

const webPort = await findFreePort();
const web = join(root, 'apps/web');
const api = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts'], {
  cwd: root,
  env: { ...env, MUSTER_DEVELOPMENT: 'true', MUSTER_WEB_ORIGIN: `http://127.0.0.1:${webPort}` },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const next = spawn(
  process.execPath,
  [join(root, 'node_modules/next/dist/bin/next'), 'dev', '-H', '127.0.0.1', '-p', String(webPort)],
  {
    cwd: web,
    env: { ...env, MUSTER_API_ORIGIN: `http://127.0.0.1:${settings.port}` },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
const documents = spawn(
  join(root, 'node_modules/.bin/graphql-codegen'),
  ['--config', 'codegen.ts', '--watch'],
  {
    cwd: web,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
superviseChildren({ API: api, dashboard: next, codegen: documents });
if (await waitForAnswer(`http://127.0.0.1:${settings.port}/readyz`, () => api.exitCode === null)) {
  process.stdout.write(`\nMuster (development) is at ${settings.publicUrl}\n`);
}
