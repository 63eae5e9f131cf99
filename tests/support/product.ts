import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findFreePort } from '../../scripts/processes.ts';
import { copyFolder, createFolder, startProduct } from './start.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
    startOutput: string;
    /** A data folder as the first start left it: the starter dataset, and nobody yet. To be copied. */
    seededFolder: string;
  }
}

/** One product for every test that only reads, started as users start it: a first time, and then again. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const env = { MUSTER_PORT: String(await findFreePort()) };
  const seededFolder = createFolder();
  const first = await startProduct({ ...env, MUSTER_DATA_DIR: seededFolder });
  await first.stop();
  const dataDir = copyFolder(seededFolder);
  const product = await startProduct({ ...env, MUSTER_DATA_DIR: dataDir });
  project.provide('origin', product.origin);
  project.provide('startOutput', first.output());
  project.provide('seededFolder', seededFolder);
  return async () => {
    await product.stop();
    for (const folder of [seededFolder, dataDir]) rmSync(folder, { recursive: true, force: true });
  };
}
