import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readSourceFiles, root } from './source-files.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const folders = ['apps', 'packages', 'prisma', 'tests', 'scripts'];
const imports = new Map(folders.flatMap(readSourceFiles).map((file) => [file.path, file.imports]));

/** Whether a file, or one that it imports, reads what only `codegen` writes. */
function readsGenerated(path: string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return false;
  seen.add(path);
  return (imports.get(path) ?? []).some(
    (specifier) =>
      /^@muster\/(db|schema)|\/generated\//.test(specifier) ||
      (specifier.startsWith('.') && readsGenerated(join(dirname(path), specifier), seen)),
  );
}

const commands = Object.entries(scripts).flatMap(([name, command]) => {
  const [, entry] = /\bnode ((?:scripts|tests)\/(?!generate\.ts)\S+)/.exec(command) ?? [];
  return entry ? [{ name, command, entry }] : [];
});

test('commands are read', () => {
  expect(commands.map(({ name }) => name)).toContain('test:faults');
  expect(readsGenerated('tests/bench/main.ts')).toBe(true);
  expect(readsGenerated('scripts/start.ts')).toBe(false);
});

test.each(commands)(
  'npm run $name works in a fresh clone: it generates what it reads',
  ({ command, entry }) => {
    expect(imports.has(entry)).toBe(true);
    expect(command.startsWith('node scripts/generate.ts && ')).toBe(readsGenerated(entry));
  },
);
