import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../sdl/', import.meta.url);

/** The whole contract as one SDL text: every file of `sdl/`, in the order of their names. */
export const typeDefs: string = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
