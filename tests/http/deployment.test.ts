import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort, root, waitForAnswer } from '../../scripts/processes.ts';
import { createFolder, waitForEnd } from '../support/start.ts';
import { readUnit, type Unit } from '../support/unit.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const folder = createFolder();
const children: Record<string, ChildProcess> = {};
let origin: string;
let units: Record<'api' | 'web', Unit>;
let output = '';

beforeAll(async () => {
  const [port, webPort] = [String(await findFreePort()), String(await findFreePort())];
  origin = `http://127.0.0.1:${port}`;
  const places = { '/opt/muster': root, '/var/lib/muster': folder, '3000': port, '3001': webPort };
  const token = 'a token of the dashboard, long enough';
  const given = {
    MUSTER_DASHBOARD_TOKEN: token,
    MUSTER_SECRET: 'a secret of the sessions, long enough',
    MUSTER_METRICS_TOKEN: 'a token of metrics',
    // The embedded database, as the example says.
    DATABASE_URL: null,
  };
  units = {
    web: readUnit('web', { given: { MUSTER_DASHBOARD_TOKEN: token }, places }),
    api: readUnit('api', { given, places }),
  };
  for (const [name, unit] of Object.entries(units)) children[name] = run(unit);
});
afterAll(() => {
  for (const child of Object.values(children)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** With its own environment alone, as systemd gives it. */
function run({ command: [file = '', ...args], cwd, env }: Unit): ChildProcess {
  const child = spawn(file, args, {
    cwd,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return child;
}

const isUp = () => Object.values(children).every(({ exitCode }) => exitCode === null);

test('the two units serve the product', async () => {
  expect([await waitForAnswer(`${origin}/readyz`, isUp), output]).toEqual([true, expect.any(String)]);
  expect(await waitForAnswer(`${origin}/icon.svg`, isUp)).toBe(true);
  const page = await fetch(origin);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<svg[\s\S]*<\/svg>/);
  expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(output).toContain('https://muster.example.org/admin/setup#token=');
  expect((await fetch(`${origin}/metrics`)).status).toBe(401);
  const dashboards = ['MUSTER_API_ORIGIN', 'MUSTER_DASHBOARD_TOKEN', 'NEXT_TELEMETRY_DISABLED', 'NODE_ENV'];
  expect(Object.keys(units.web.env).sort()).toEqual(dashboards);
});

test('what a page asks again is answered from memory', async () => {
  const countKept = async () => {
    const headers = { authorization: `Bearer ${units.api.env.MUSTER_METRICS_TOKEN}` };
    const text = await (await fetch(`${origin}/metrics`, { headers })).text();
    const read = (result: string) =>
      Number(
        new RegExp(`^muster_kept_answers_total\\{result="${result}"\\} (\\d+)$`, 'm').exec(text)?.[1] ?? 0,
      );
    return { hits: read('hit'), misses: read('miss') };
  };
  const load = async () => expect((await fetch(`${origin}/providers/china`)).status).toBe(200);
  // The first time by its text, the second by its hash, and kept from then on.
  await load();
  await load();
  const before = await countKept();
  await load();
  const after = await countKept();
  expect(after.misses).toBe(before.misses);
  expect(after.hits).toBeGreaterThan(before.hits);
});

test('told to end, they do so within their time, with a code that is a good one', async () => {
  const inFlight = fetch(`${origin}/map`);
  for (const name of ['api', 'web'] as const) {
    const started = performance.now();
    const child = children[name] as ChildProcess;
    child.kill('SIGTERM');
    if (name === 'api') {
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    }
    const code = await waitForEnd(child);
    expect([name, units[name].goodCodes]).toEqual([name, expect.arrayContaining([code])]);
    expect((performance.now() - started) / 1000).toBeLessThan(units[name].stopSeconds);
  }
  expect((await inFlight).status).toBe(200);
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

test.skipIf(!hasSystemd)('systemd finds nothing wrong with them, and little that they could reach', () => {
  mkdirSync(join(folder, 'units'), { recursive: true });
  const paths = ['api', 'web'].map((name) => {
    const path = join(folder, 'units', `muster-${name}.service`);
    writeFileSync(path, read(`deploy/systemd/muster-${name}.service`).replaceAll('/opt/muster', root));
    return path;
  });
  const verified = spawnSync('systemd-analyze', ['verify', ...paths], { encoding: 'utf8' });
  expect([verified.status, verified.stderr]).toEqual([0, '']);
  for (const path of paths) {
    const judged = spawnSync('systemd-analyze', [
      'security',
      '--offline=true',
      '--no-pager',
      '--threshold=20',
      path,
    ]);
    expect([path, judged.status]).toEqual([path, 0]);
  }
});

test('what a unit or the compose file sets, the product reads; what it must be given, an example names', () => {
  const known = `${read('apps/api/src/settings.ts')} ${read('apps/web/settings.ts')}`;
  const compose = read('compose.yaml');
  const files = [
    compose,
    ...['api.env.example', 'web.env.example', 'muster-api.service', 'muster-web.service'].map((name) =>
      read(`deploy/systemd/${name}`),
    ),
  ];
  for (const [name] of files.join('\n').matchAll(/\b(MUSTER_\w+|DATABASE_URL)\b/g))
    expect(known).toContain(name);
  const asked = [...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  const examples = [...read('deploy/compose.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
  expect([...new Set(asked)].sort()).toEqual(examples.sort());
});

test('the image knows every workspace, and runs as nobody in particular', () => {
  const steps = read('Dockerfile');
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { link?: boolean; resolved?: string }>;
  };
  const workspaces = Object.values(packages).flatMap(({ link, resolved }) =>
    link && resolved ? [resolved] : [],
  );
  expect(workspaces.length).toBeGreaterThan(4);
  for (const workspace of workspaces)
    expect(steps).toContain(`COPY ${workspace}/package.json ${workspace}/\n`);
  expect(steps).toMatch(/^USER node$/m);
  expect(steps).toMatch(/^HEALTHCHECK .*\/readyz/m);
});
