import { z } from 'zod';
import { requireUnique } from './issue.ts';
import { line } from './text.ts';

export const KEY_SCOPES = ['QUERY', 'FILES'] as const;

export const KEY_NAME_LENGTH = 80;

/** The longest that a key may hold, in days. */
export const KEY_DAYS = 366;

const days = `must be a whole number of days, 1 to ${KEY_DAYS}`;

/** An API key to be made: whose it is, what it is good for, and for how many days. */
export const keyInput = z
  .strictObject({
    name: line(KEY_NAME_LENGTH),
    scopes: z.array(z.enum(KEY_SCOPES, `must be ${KEY_SCOPES.join(' or ')}`)).min(1, 'choose at least one'),
    days: z.number(days).int(days).min(1, days).max(KEY_DAYS, days),
  })
  .superRefine(({ scopes }, context) => requireUnique(scopes, (index) => ['scopes', index], context));

export type KeyInput = z.infer<typeof keyInput>;
