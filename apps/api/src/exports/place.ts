import type { Context } from '../context.ts';

/** Where the records of a file are: gives their addresses. */
export interface Place {
  /** A path of the dashboard as a whole address, at the release that the file is of. */
  address(path: string): string;
}

export function placeOf({ publicUrl, release }: Pick<Context, 'publicUrl' | 'release'>): Place {
  return {
    address(path) {
      const url = new URL(path, `${publicUrl}/`);
      if (release) url.searchParams.set('release', release.name);
      return url.href;
    },
  };
}
