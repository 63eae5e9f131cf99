import { relative } from 'node:path';
import { findContractChanges } from '../src/released/changes.ts';
import { findReleased, RELEASED_FOLDER, writeReleased } from '../src/released/files.ts';
import { typeDefs } from '../src/sdl.ts';

/**
 * Keeps today's SDL as the one that later ones are compared with. What was released earlier on the same day is
 * replaced; a breaking change of what was released before is refused. Returns the exit code.
 */
export function releaseContract(
  folder: string,
  sdl: string,
  today: string,
  say: (line: string) => void,
): number {
  const last = findReleased(folder, today);
  if (last) {
    const { breaking, dangerous } = findContractChanges(last.sdl, sdl, today);
    for (const { description } of dangerous) say(`take care: ${description}`);
    for (const { description } of breaking) say(`breaks: ${description}`);
    if (breaking.length > 0) {
      say(`not released: clients of ${last.day} would break. docs/contract.md tells how to deprecate.`);
      return 1;
    }
  }
  const file = writeReleased(folder, { day: today, sdl });
  say(`released ${relative(process.cwd(), file)}`);
  return 0;
}

if (import.meta.main) {
  const today = new Date().toISOString().slice(0, 10);
  process.exit(releaseContract(RELEASED_FOLDER, typeDefs, today, console.log));
}
