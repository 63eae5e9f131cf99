import { z } from 'zod';
import { requireOrdered } from './issue.ts';
import { amount } from './number.ts';
import { language, optionalLine, optionalText, slug } from './text.ts';
import { CLAIM_RANKS, choice, QUALIFIERS } from './vocabulary.ts';

/** One source's own telling of a count; low and high are null where it tells of the count without the number. */
export const claimInput = z
  .strictObject({
    source: slug,
    low: amount.nullable().default(null),
    high: amount.nullable().default(null),
    qualifier: choice('qualifier', QUALIFIERS).nullable().default(null),
    fragment: optionalText(2000),
    locator: optionalLine(200),
    language,
    rank: choice('rank', CLAIM_RANKS).default('NORMAL'),
    rankReason: optionalText(1000),
    note: optionalText(2000),
  })
  .superRefine((claim, context) => {
    requireOrdered(claim, ['low', 'high'], context);
    if (claim.qualifier !== null && claim.low === null) {
      context.addIssue({ code: 'custom', path: ['qualifier'], message: 'a qualifier needs a number' });
    }
    if (claim.rank === 'DEPRECATED' && claim.rankReason === null) {
      context.addIssue({ code: 'custom', path: ['rankReason'], message: 'say why the claim is deprecated' });
    }
  });

export type ClaimInput = z.infer<typeof claimInput>;

export interface Quantity {
  low: number;
  high: number;
}

/**
 * The hull of the claims of best rank (Wikidata's ranks) that carry a number: preferred ones if any does, else normal
 * ones; deprecated ones never. Null when none does: missing is not zero.
 */
export function quantityOf(claims: readonly Pick<ClaimInput, 'low' | 'high' | 'rank'>[]): Quantity | null {
  for (const rank of ['PREFERRED', 'NORMAL'] as const) {
    const numbered = claims.flatMap(({ low, high, rank: own }) =>
      own === rank && low !== null && high !== null ? [{ low, high }] : [],
    );
    if (numbered.length > 0) {
      return {
        low: Math.min(...numbered.map(({ low }) => low)),
        high: Math.max(...numbered.map(({ high }) => high)),
      };
    }
  }
  return null;
}
