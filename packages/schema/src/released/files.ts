import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A released SDL, named by its day: `2026-11-26.graphql`. */
export interface ReleasedContract {
  day: string;
  sdl: string;
}

const FILE = /^(\d{4}-\d{2}-\d{2})\.graphql$/;

/** Where released SDLs are kept. */
export const RELEASED_FOLDER = join(import.meta.dirname, '../../released');

/** The newest released SDL, before a day where one is given; null where there is none. */
export function findReleased(folder: string, before = '9999-12-31'): ReleasedContract | null {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const days = names.flatMap((name) => FILE.exec(name)?.[1] ?? []).filter((day) => day < before);
  const day = days.sort().at(-1);
  return day === undefined ? null : { day, sdl: readFileSync(join(folder, `${day}.graphql`), 'utf8') };
}

/** Writes the SDL as released on the day, over what was released earlier on the same day. Returns the file. */
export function writeReleased(folder: string, { day, sdl }: ReleasedContract): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${day}.graphql`);
  writeFileSync(file, sdl);
  return file;
}
