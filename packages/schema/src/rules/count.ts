import { z } from 'zod';
import { claimInput, quantityOf } from './claim.ts';
import { impreciseDate } from './date.ts';
import { otherFigureInput } from './figure.ts';
import { requireUnique } from './issue.ts';
import { findRecipientTroubles, recipientInput } from './recipient.ts';
import { line, optionalLine, optionalText, providerCode, slug } from './text.ts';
import {
  AUDIENCES,
  COMMITMENT_STATUSES,
  CONFIDENCES,
  choice,
  MEASURES,
  RATES,
  RECIPIENT_SCOPES,
  UNITS,
  VOICES,
} from './vocabulary.ts';
import { windowInput } from './window.ts';

const countFields = {
  slug,
  title: line(300),
  program: slug.nullable().default(null),
  providers: z.array(providerCode).min(1, 'name at least one provider').max(20),
  unit: choice('unit', UNITS),
  measure: choice('measure', MEASURES),
  audience: choice('audience', AUDIENCES),
  audienceStated: line(300),
  qualifierStated: optionalLine(300),
  rate: choice('rate', RATES).nullable().default(null),
  window: windowInput,
  statedOn: impreciseDate.nullable().default(null),
  statedBy: optionalLine(300),
  voice: choice('voice', VOICES),
  recipientScope: choice('recipient scope', RECIPIENT_SCOPES),
  recipients: z.array(recipientInput).max(300).default([]),
  recipientsStated: optionalText(1000),
  confidence: choice('confidence', CONFIDENCES),
  note: optionalText(5000),
  claims: z.array(claimInput).min(1, 'a count needs at least one claim with its source').max(100),
  otherFigures: z.array(otherFigureInput).max(100).default([]),
};

/** What someone said they would train. */
export const commitmentInput = z
  .strictObject({ ...countFields, status: choice('status', COMMITMENT_STATUSES) })
  .superRefine(checkCount);

/** What someone says was trained. */
export const reportedTotalInput = z.strictObject(countFields).superRefine(checkCount);

export type CommitmentInput = z.infer<typeof commitmentInput>;
export type ReportedTotalInput = z.infer<typeof reportedTotalInput>;
export type CountInput = Omit<CommitmentInput, 'status'>;

function checkCount(count: CountInput, context: z.RefinementCtx): void {
  for (const unit of ['PLACES', 'COURSES'] as const) {
    if ((count.unit === unit) !== (count.measure === unit)) {
      context.addIssue({
        code: 'custom',
        path: ['measure'],
        message: `unit ${unit} and measure ${unit} go together`,
      });
    }
  }
  requireUnique(count.providers, (index) => ['providers', index], context);
  for (const trouble of findRecipientTroubles(count, quantityOf(count.claims))) context.addIssue(trouble);
}
