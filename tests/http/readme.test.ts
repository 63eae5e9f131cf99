import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
