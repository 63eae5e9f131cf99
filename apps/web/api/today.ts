import { findAskedRelease } from './release.ts';

/** Today's day in UTC, or the release's: what was released does not grow older. Routes read it once and hand it on. */
export async function readToday(): Promise<string> {
  return (await findAskedRelease())?.day ?? new Date().toISOString().slice(0, 10);
}
