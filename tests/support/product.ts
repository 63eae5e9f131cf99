import type { TestProject } from 'vitest/node';
import { startProduct } from './start.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
    startOutput: string;
  }
}

/** One product for every test that only reads, started as users start it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('origin', product.origin);
  project.provide('startOutput', product.output());
  return async () => {
    await product.stop();
  };
}
