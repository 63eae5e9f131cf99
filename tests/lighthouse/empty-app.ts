import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, run } from '../../scripts/processes.ts';
import { listScripts } from '../support/weight.ts';

const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.js': `export default { typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(root)} } };`,
  'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
  'app/page.jsx': 'export default () => <p>Empty</p>;',
};

/** Compressed bytes of script that a page of this Next.js ships when there is nothing on it. Takes some 20 seconds. */
export async function weighEmptyApp(): Promise<number> {
  const artifacts = join(root, 'tests/artifacts');
  mkdirSync(artifacts, { recursive: true });
  const folder = mkdtempSync(join(artifacts, 'empty-app-'));
  try {
    mkdirSync(join(folder, 'app'));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    const next = join(root, 'node_modules/next/dist/bin/next');
    const { code, output } = await run(process.execPath, [next, 'build', folder], {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    });
    if (code !== 0) throw new Error(`the empty app was not built:\n${output}`);
    const html = readFileSync(join(folder, '.next/server/app/index.html'), 'utf8');
    const sizes = listScripts(html).map((address) => {
      const file = join(folder, '.next', address.replace('/_next/', ''));
      return gzipSync(readFileSync(file), { level: 9 }).length;
    });
    return sizes.reduce((sum, size) => sum + size, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
