import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// As Node resolves it: graphql has a second copy of its classes behind "module", which Vite would take.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: ['test/**/*.test.ts'],
    isolate: false,
    globalSetup: ['test/support/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
