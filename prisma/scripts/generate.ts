import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const prismaCli = createRequire(import.meta.url).resolve('prisma/build/index.js');

// `prisma generate` insists on a native schema engine that it never runs; any existing file stops the download.
const { status, error } = spawnSync(process.execPath, [prismaCli, 'generate', '--no-hints'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});

if (error) throw error;
if (status === 0) console.log(`generated ${join('prisma', 'generated')} from schema.prisma`);
process.exitCode = status ?? 1;
