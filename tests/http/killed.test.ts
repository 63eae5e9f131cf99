import { expect, test } from 'vitest';
import { runKilled } from '../faults/killed.ts';

// A sample of `npm run test:faults -- --only killed-pglite,killed-postgres`.
const KILLS = 2;

test('an API that is killed while it works has lost nothing that it acknowledged, and left nothing half done', async () => {
  const outcomes = await runKilled('pglite', { kills: KILLS, crashes: 0, seed: 6, log: () => {} });
  expect(outcomes.filter(({ isGood }) => !isGood)).toEqual([]);
  expect(outcomes[0]?.times).toBe(KILLS);
}, 240_000);
