import { createContext, useContext, useMemo, useState } from 'react';
import type { Choice } from './pickers.ts';

/** What a form knows of other records before anything is searched. */
export interface KnownNames {
  /** Words by slug or code. */
  words: Readonly<Record<string, string>>;
  providers: readonly Choice[];
}

interface Names {
  /** Words for a slug or code; undefined where they are not known here. */
  of: (value: string) => string | undefined;
  add: (choice: Choice) => void;
  known: KnownNames;
}

const nothing: KnownNames = { words: {}, providers: [] };
const NamesContext = createContext<Names>({ of: () => undefined, add: () => {}, known: nothing });

export const NamesProvider = NamesContext.Provider;
export const useNames = () => useContext(NamesContext);
export const useProviders = () => useNames().known.providers;

/** The names that a page begins with, and those that its fields learn of. */
export function useKnownNames(known: KnownNames): Names {
  const [learnt, setLearnt] = useState<Record<string, string>>({});
  return useMemo(
    () => ({
      known,
      of: (value) => learnt[value] ?? (Object.hasOwn(known.words, value) ? known.words[value] : undefined),
      add: ({ value, words }) => setLearnt((before) => ({ ...before, [value]: words })),
    }),
    [known, learnt],
  );
}
