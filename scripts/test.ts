// `npm test`: every test of every workspace in one run; the last line counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root, run } from './processes.ts';

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' };

const codegen = await run(join(root, 'node_modules/.bin/turbo'), ['run', 'codegen'], env);
if (codegen.code !== 0) fail(`codegen failed\n${codegen.output}`);

const folder = mkdtempSync(join(tmpdir(), 'muster-test-'));
const report = join(folder, 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    // Two cores are the floor: one worker, the default there, would leave one idle.
    '--max-workers=2',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, env, stdio: 'inherit' },
);
const counts = readCounts(report, status ?? 1);
rmSync(folder, { recursive: true, force: true });
const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
process.exitCode = status === 0 && counts.failed === 0 ? 0 : 1;

/** A file that could not even be loaded counts as one failure. */
function readCounts(path: string, exitCode: number) {
  try {
    const r = JSON.parse(readFileSync(path, 'utf8'));
    const unloaded = r.testResults.filter(
      (file: { status: string; assertionResults: unknown[] }) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = r.numFailedTests + unloaded;
    return {
      passed: r.numPassedTests,
      failed: failed === 0 && exitCode !== 0 ? 1 : failed,
      skipped: r.numPendingTests + r.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
