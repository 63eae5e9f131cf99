// `npm run validate`: what must hold before a change is merged, in the order of how fast it fails.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './processes.ts';

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' };
const bin = (name: string) => join(root, 'node_modules/.bin', name);

const steps: [name: string, command: string, args: string[]][] = [
  ['format and lint', bin('biome'), ['ci', '--error-on-warnings', '.']],
  ['codegen', bin('turbo'), ['run', 'codegen', '--force']],
  ['codegen leaves the tree clean', 'git', ['diff', '--exit-code', '--stat']],
  ['types', bin('turbo'), ['run', 'typecheck']],
  ['build', bin('turbo'), ['run', 'build']],
  ['tests', process.execPath, [join(root, 'scripts/test.ts')]],
];

for (const [name, command, args] of steps) {
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`\nvalidate: ${name} failed\n`);
    process.exit(1);
  }
}
process.stdout.write('\nvalidate: all well\n');
