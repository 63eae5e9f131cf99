import { z } from 'zod';

const wholeNumber = (max: number) =>
  z
    .int({ error: ({ input }) => (input == null ? 'is required' : 'must be a whole number') })
    .min(0, 'must not be negative')
    .max(max, `is too large: at most ${max.toLocaleString('en')}`);

/** People, places or courses; the database keeps 32 bits. */
export const amount = wholeNumber(2_147_483_647);

/** Money and the like. */
export const largeAmount = wholeNumber(Number.MAX_SAFE_INTEGER);
