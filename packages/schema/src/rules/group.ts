import { z } from 'zod';
import { isoDay } from './date.ts';
import { groupCode, iso3, line, optionalLine, optionalText, slug } from './text.ts';
import { choice, GROUP_KINDS } from './vocabulary.ts';

/** since: first day of membership, null: since before the records begin; until: first day no longer a member. */
export const membershipInput = z
  .strictObject({
    country: iso3,
    since: isoDay.nullable().default(null),
    until: isoDay.nullable().default(null),
    note: optionalLine(500),
  })
  .superRefine(({ since, until }, context) => {
    if (since !== null && until !== null && until <= since) {
      context.addIssue({ code: 'custom', path: ['until'], message: 'until must be after since' });
    }
  });

/** A set of countries. One without members is open: any country may be meant. */
export const groupInput = z.strictObject({
  slug,
  code: groupCode,
  name: line(200),
  kind: choice('group kind', GROUP_KINDS),
  description: optionalText(2000),
  members: z.array(membershipInput).max(1000).default([]),
});

export type GroupInput = z.infer<typeof groupInput>;
