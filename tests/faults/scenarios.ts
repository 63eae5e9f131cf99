import { backup } from './backup.ts';
import { killedPglite, killedPostgres } from './killed.ts';
import type { Scenario } from './scenario.ts';

/** In the order in which they are run. */
export const SCENARIOS: readonly Scenario[] = [killedPglite, killedPostgres, backup];
