import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All that answers are computed by, beside the records. */
const FOLDERS = ['apps/api/src', 'packages/accounting/src', 'packages/schema', 'prisma/src'];
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

let version: string | undefined;

/** SHA-256 (hex) of the sources as they stood at the start: the same in every process of the same version. */
export function readCodeVersion(): string {
  version ??= hashSources();
  return version;
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const folder of FOLDERS) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((it) => /\.(ts|graphql)$/.test(it)).sort()) {
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(ROOT, folder, name)));
    }
  }
  return hash.digest('hex');
}
