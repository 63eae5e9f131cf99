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

type Membership = Omit<z.infer<typeof membershipInput>, 'note'>;

/** Memberships that share days with one of the same country further up; `index` in the order given. */
function findOverlaps(members: readonly Membership[]): { index: number; message: string }[] {
  return members.flatMap((member, index) => {
    const other = members.slice(0, index).find((earlier) => shareDays(earlier, member));
    return other ? [{ index, message: explainOverlap(other) }] : [];
  });
}

function shareDays(one: Membership, other: Membership): boolean {
  return one.country === other.country && begins(one, other.until) && begins(other, one.until);
}

const begins = ({ since }: Membership, before: string | null) =>
  since === null || before === null || since < before;

function explainOverlap({ country, since, until }: Membership): string {
  const days = `${since === null ? '' : ` from ${since}`}${until === null ? '' : ` until ${until}`}`;
  return `${country} is listed as a member${days} already; join the two, or let one end before the other begins`;
}

/** A set of countries. One without members is open: any country may be meant. */
export const groupInput = z.strictObject({
  slug,
  code: groupCode,
  name: line(200),
  kind: choice('group kind', GROUP_KINDS),
  description: optionalText(2000),
  members: z
    .array(membershipInput)
    .max(1000)
    .default([])
    .superRefine((members, context) => {
      for (const { index, message } of findOverlaps(members)) {
        context.addIssue({ code: 'custom', path: [index, 'since'], message });
      }
    }),
});

export type GroupInput = z.infer<typeof groupInput>;
