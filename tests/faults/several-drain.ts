import { rmSync } from 'node:fs';
import { createFolder, startProduct, waitForEnd } from '../support/start.ts';
import type { Outcome } from './scenario.ts';

const DRAIN_SECONDS = 3;
/** Well within the drain, on a busy machine too. */
const ASKED_FOR_MS = 2_000;

/** `npm start` is told to end: until it takes no more, pages have their data and their dashboard. */
export async function drainProduct(databaseUrl: string): Promise<Outcome> {
  const dataDir = createFolder();
  const product = await startProduct({
    DATABASE_URL: databaseUrl,
    MUSTER_DATA_DIR: dataDir,
    MUSTER_DRAIN_SECONDS: String(DRAIN_SECONDS),
  });
  try {
    await (await fetch(`${product.origin}/commitments`)).text();
    product.process.kill('SIGTERM');
    const until = performance.now() + ASKED_FOR_MS;
    const statuses: number[] = [];
    while (performance.now() < until) {
      const response = await fetch(`${product.origin}/commitments`).catch(() => null);
      await response?.text();
      statuses.push(response?.status ?? 0);
    }
    const code = await waitForEnd(product.process);
    const failed = statuses.filter((status) => status !== 200);
    return {
      what: '`npm start` told to end: pages asked for while it drains',
      times: statuses.length,
      result: `${failed.length} failed${failed.length > 0 ? ` (${[...new Set(failed)].join(', ')})` : ''}; exit code ${code}`,
      isGood: failed.length === 0 && statuses.length > 0 && code === 0,
    };
  } finally {
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
