import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'prisma', 'apps/*', 'tests'],
    // Two cores are the floor; more files at once would only starve the databases and the browser.
    maxWorkers: 2,
  },
});
