import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { findFreePort } from '../../scripts/processes.ts';
import { createFolder, spawnProduct, startProduct, waitForEnd } from '../support/start.ts';

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

test('the first start tells of its progress and prints the address', () => {
  const output = inject('startOutput');
  expect(output).toMatch(/migrat/i);
  expect(output).toMatch(/record|dataset/i);
  expect(output).toContain(`Muster is at ${inject('origin')}`);
  expect(output).toMatch(/first administrator/i);
});

test('one address serves the dashboard, the API, its contract and the admin pages', async () => {
  const origin = inject('origin');
  const page = await fetch(origin);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<svg[\s\S]*<\/svg>/);
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ dataset { size { commitments } } }' }),
  });
  expect(((await answer.json()) as { data: unknown }).data).toEqual({
    dataset: { size: { commitments: 25 } },
  });
  expect(await (await fetch(`${origin}/schema.graphql`)).text()).toContain('type Query');
  expect((await fetch(`${origin}/admin`)).status).toBe(200);
});

test('a data folder, through its starts: one product at a time, what was there is kept, a killed one’s lock is no obstacle', async () => {
  const dataDir = createFolder();
  const first = await startProduct({ MUSTER_DATA_DIR: dataDir });

  const other = spawnProduct({ MUSTER_PORT: String(await findFreePort()), MUSTER_DATA_DIR: dataDir });
  expect(await waitForEnd(other.process)).not.toBe(0);
  expect(lines(other.output())).toHaveLength(1);
  expect(other.output()).toContain(dataDir);
  expect((await fetch(`${first.origin}/readyz`)).status).toBe(200);
  const group = first.process.pid ?? 0;
  expect(await first.stop()).toBe(0);
  // Signal 0 to a process group finds out whether anybody is left in it.
  expect(() => process.kill(-group, 0)).toThrow('ESRCH');
  await expect(fetch(first.origin)).rejects.toThrow();

  const second = await startProduct({ MUSTER_DATA_DIR: dataDir });
  expect(second.output()).not.toMatch(/98 records/);
  if (second.process.pid) process.kill(-second.process.pid, 'SIGKILL');
  await waitForEnd(second.process);

  const third = await startProduct({ MUSTER_DATA_DIR: dataDir });
  expect((await fetch(`${third.origin}/readyz`)).status).toBe(200);
  expect(await third.stop()).toBe(0);
  rmSync(dataDir, { recursive: true });
});

test('a taken port gives one clear line and a non-zero exit', async () => {
  const port = await findFreePort();
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(port, '127.0.0.1', resolve));
  const { process, output } = spawnProduct({ MUSTER_PORT: String(port), MUSTER_DATA_DIR: createFolder() });
  expect(await waitForEnd(process)).not.toBe(0);
  expect(lines(output())).toEqual([`muster: port ${port} is taken; set MUSTER_PORT to another`]);
  holder.close();
});

test.each([
  ['MUSTER_PORT', 'eighty'],
  ['MUSTER_PORT', '70000'],
])('%s=%s is refused by name', async (name, value) => {
  const { process, output } = spawnProduct({ [name]: value, MUSTER_DATA_DIR: createFolder() });
  expect(await waitForEnd(process)).not.toBe(0);
  expect(lines(output())).toHaveLength(1);
  expect(output()).toContain(name);
});

test.each([
  ['not an address', 'nonsense'],
  ['another database', 'mysql://reader:hunter2@localhost/muster'],
  ['nobody listening', 'postgresql://reader:hunter2@127.0.0.1:1/muster'],
])('a bad DATABASE_URL (%s) gives one clear line without the password', async (_, url) => {
  const { process, output } = spawnProduct({
    MUSTER_PORT: String(await findFreePort()),
    MUSTER_DATA_DIR: createFolder(),
    DATABASE_URL: url,
  });
  expect(await waitForEnd(process)).not.toBe(0);
  expect(lines(output())).toHaveLength(1);
  expect(output()).toMatch(/DATABASE_URL/);
  expect(output()).not.toContain('hunter2');
});

test('a data folder that cannot be written gives one clear line', async () => {
  const folder = createFolder();
  // A file where the folder should be stands for every reason, also for root, whom modes do not stop.
  const dataDir = join(folder, 'file', 'data');
  writeFileSync(join(folder, 'file'), '');
  chmodSync(folder, 0o555);
  const { process, output } = spawnProduct({
    MUSTER_PORT: String(await findFreePort()),
    MUSTER_DATA_DIR: dataDir,
  });
  expect(await waitForEnd(process)).not.toBe(0);
  expect(lines(output())).toHaveLength(1);
  expect(output()).toContain(dataDir);
});

test('the lockfile carries no download address', () => {
  const path = join(import.meta.dirname, '../../package-lock.json');
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).not.toMatch(/"resolved": "https?:/);
});
