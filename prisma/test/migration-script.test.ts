import { spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { writeMigration } from '../scripts/migration.ts';
import { createFolder } from './databases.ts';

const root = join(import.meta.dirname, '..');

async function copyPackage(): Promise<string> {
  const folder = await createFolder();
  await cp(join(root, 'migrations'), join(folder, 'migrations'), { recursive: true });
  await cp(join(root, 'schema.prisma'), join(folder, 'schema.prisma'));
  return folder;
}

test('a changed schema becomes a migration; an unchanged one becomes none', async () => {
  const folder = await copyPackage();
  expect(await writeMigration(folder, 'nothing', new Date())).toBeNull();

  const file = join(folder, 'schema.prisma');
  const schema = await readFile(file, 'utf8');
  await writeFile(file, schema.replace('model Program {', 'model Program {\n  motto String?'));
  const written = await writeMigration(folder, 'add_motto', new Date('2999-12-31T23:59:58Z'));
  expect(basename(written ?? '')).toBe('29991231235958_add_motto');
  const sql = await readFile(join(written ?? '', 'migration.sql'), 'utf8');
  expect(sql.trim()).toBe('-- AlterTable\nALTER TABLE "program" ADD COLUMN     "motto" TEXT;');

  await writeFile(
    file,
    schema.replace('model Program {', 'model Program {\n  motto String?\n  song String?'),
  );
  const next = await writeMigration(folder, 'add_song', new Date('2999-01-01T00:00:00Z'));
  expect(basename(next ?? '')).toBe('29991231235959_add_song');
});

test.each([[[]], [['Bad-Name']], [['two', 'names']], [['../up']]])('the name %j is refused', (names) => {
  const script = join(root, 'scripts', 'migration.ts');
  const { status, stderr } = spawnSync(process.execPath, [script, ...names], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('usage: npm run db:migration -- <name>');
});
