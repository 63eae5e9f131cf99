import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { root } from '../../scripts/processes.ts';

const isCurlThere = spawnSync('curl', ['--version']).status === 0;

test.skipIf(!isCurlThere)('the README’s query runs as printed and answers what the README says', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const command = /```sh\n(curl [\s\S]*?)```/
    .exec(readme)?.[1]
    ?.replace('localhost:3000', new URL(inject('origin')).host);
  const { data } = JSON.parse(execFileSync('sh', ['-c', command ?? ''], { encoding: 'utf8' }));
  expect(data.totals.pledged).toEqual({ low: 5000, high: 9000 });
  expect(data.totals.reported).toEqual({ low: 2700, high: 2700 });
  expect(data.totals.contributions).toHaveLength(4);
});

test.skipIf(!isCurlThere)('the README’s files are had as printed', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const commands = /```sh\n(curl -O[\s\S]*?)```/
    .exec(readme)?.[1]
    ?.replaceAll('localhost:3000', new URL(inject('origin')).host)
    .replaceAll('curl ', 'curl -fsS ');
  const folder = mkdtempSync(join(tmpdir(), 'muster-readme-'));
  try {
    execFileSync('sh', ['-ec', commands ?? 'false'], { cwd: folder });
    const [png = '', csv = '', parquet = ''] = readdirSync(folder).toSorted();
    expect(readFileSync(join(folder, png)).toString('latin1', 1, 4)).toBe('PNG');
    expect(readFileSync(join(folder, parquet)).toString('latin1', 0, 4)).toBe('PAR1');
    const rows = readFileSync(join(folder, csv), 'utf8').trim().split('\r\n');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows.slice(1)) expect(row).toContain('UNREPORTED');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
