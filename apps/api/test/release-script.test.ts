import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listReleases, migrate, openDatabase, seed } from '@muster/db';
import { expect, onTestFinished, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../../scripts/release.ts');

test('npm run release makes one of a folder, tells its checksum, and makes none twice', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'muster-release-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const { DATABASE_URL: _, ...env } = process.env;
  const release = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
      encoding: 'utf8',
      env: { ...env, MUSTER_DATA_DIR: dataDir, MUSTER_PUBLIC_URL: 'https://muster.example' },
    });
    return { status, stdout, stderr };
  };

  const db = await openDatabase({ dataDir });
  await migrate(db);
  await seed(db);
  const inUse = release();
  await db.close();
  expect(inUse).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('https://muster.example/graphql:\n  mutation { createRelease'),
  });

  expect(release('--name', 'No!')).toMatchObject({ status: 1, stderr: expect.stringContaining('“No!”') });
  const made = release('--name', 'first');
  expect(made).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^release first of revision 1\nsha256 {2}[0-9a-f]{64}\n$/),
  });
  expect(release().stdout).toMatch(
    /^nothing was published since release first of revision 1: none was made\n/,
  );

  const again = await openDatabase({ dataDir });
  expect(await listReleases(again)).toMatchObject([{ name: 'first', checksum: made.stdout.slice(-65, -1) }]);
  await again.close();
});
