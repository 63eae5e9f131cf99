import { describe, expect, test } from 'vitest';
import { hasPostgres } from '../../prisma/src/testing.ts';
import { runKilled } from '../faults/killed.ts';

// A sample of `npm run test:faults -- --only killed-pglite,killed-postgres`.
const KILLS = 2;

describe.each(['pglite', 'postgres'] as const)('an API on %s that is killed while it works', (kind) => {
  test.skipIf(kind === 'postgres' && !hasPostgres())(
    'has lost nothing that it acknowledged, and left nothing half done',
    async () => {
      const outcomes = await runKilled(kind, { kills: KILLS, crashes: 0, seed: 6, log: () => {} });
      expect(outcomes.filter(({ isGood }) => !isGood)).toEqual([]);
      expect(outcomes[0]?.times).toBe(KILLS);
    },
    240_000,
  );
});
