// In front of commands that read generated code: writes it where it is missing or older than what it is made from.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, run } from './processes.ts';

const turbo = join(root, 'node_modules/.bin/turbo');
// An image holds what was generated and not what generates it.
if (existsSync(turbo)) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' };
  const { code, output } = await run(turbo, ['run', 'codegen'], env);
  if (code !== 0) fail(`codegen failed\n${output}`);
}
