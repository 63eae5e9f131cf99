import type { TestProject } from 'vitest/node';
import { startPostgres } from '../src/testing/cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string | null;
  }
}

/** One throw-away server for the whole run. */
export default async function setup(project: TestProject) {
  const cluster = await startPostgres();
  project.provide('postgresUrl', cluster?.url ?? null);
  return () => cluster?.stop();
}
