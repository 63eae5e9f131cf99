import { backup } from './backup.ts';
import { held } from './held.ts';
import { killedPglite, killedPostgres } from './killed.ts';
import type { Scenario } from './scenario.ts';
import { several } from './several.ts';
import { starved } from './starved.ts';

/** In the order in which they are run. */
export const SCENARIOS: readonly Scenario[] = [killedPglite, killedPostgres, backup, several, starved, held];
