import type { CommitmentInput } from '@muster/schema/rules';
import { type Fields, toFields, toInput } from './codec.ts';
import { type Kind, kinds } from './kinds.ts';

/** What a form's fields say, as the API takes it. */
export function readInput({ rules, entity }: Kind, fields: unknown): Record<string, unknown> {
  const input = toInput(rules, fields) as Record<string, unknown>;
  if (entity !== 'COMMITMENT' && entity !== 'REPORTED_TOTAL') return input;
  return { ...input, claims: completeClaims(input.claims as CommitmentInput['claims']) };
}

export const readClaims = (claims: unknown) =>
  completeClaims((toInput(kinds.commitments.rules, { claims }) as CommitmentInput).claims);

/** One number is the usual case: it is both the fewest and the most. */
const completeClaims = (claims: CommitmentInput['claims']) =>
  claims.map((claim) => ({ ...claim, high: claim.high ?? claim.low }));

/** What a record says, as a form's fields. */
export const writeFields = ({ rules }: Kind, input: object) => toFields(rules, input) as Fields;
