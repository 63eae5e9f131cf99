import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTestableKinds, openTestDatabase, type TestDatabase } from '../../prisma/src/testing.ts';
import { restartAll } from '../faults/several-restart.ts';
import { openStage, type Stage } from '../faults/several-stage.ts';

const isPossible = (await findTestableKinds()).includes('postgres');

// With pages, an upgrade and many more rounds: `npm run test:faults -- --only several`.
describe.runIf(isPossible)('two API processes behind a balancer', () => {
  let database: TestDatabase;
  let stage: Stage;

  beforeAll(async () => {
    database = await openTestDatabase('postgres');
    const settings = { MUSTER_RATE_LIMIT: '0', MUSTER_DRAIN_SECONDS: '1' };
    stage = await openStage(database.url ?? '', settings, { withPages: false });
  });
  afterAll(async () => {
    await stage?.close();
    await database?.close();
  });

  test('are restarted one after the other under load, and no request fails', async () => {
    const { result, times } = await restartAll(stage, 1);
    expect(result).toMatch(/^0 failed;.*exit codes 0$/);
    expect(times).toBeGreaterThan(10);
  });
});
