import { z } from 'zod';
import type { Quantity } from './claim.ts';
import { requireOrdered, requireUnique } from './issue.ts';
import { amount } from './number.ts';
import { groupCode, iso3 } from './text.ts';
import type { RECIPIENT_SCOPES } from './vocabulary.ts';

/** A country or a group for whom a count is meant; the share is people, only where a source splits the total. */
export const recipientInput = z
  .strictObject({
    country: iso3.nullable().default(null),
    group: groupCode.nullable().default(null),
    shareLow: amount.nullable().default(null),
    shareHigh: amount.nullable().default(null),
  })
  .superRefine((recipient, context) => {
    if ((recipient.country === null) === (recipient.group === null)) {
      context.addIssue({ code: 'custom', path: ['country'], message: 'give a country or a group, not both' });
    }
    requireOrdered(recipient, ['shareLow', 'shareHigh'], context);
  });

export type RecipientInput = z.infer<typeof recipientInput>;

type Trouble = { code: 'custom'; path: PropertyKey[]; message: string };

interface Recipients {
  recipientScope: (typeof RECIPIENT_SCOPES)[number];
  recipients: RecipientInput[];
}

/** What a count's recipients say against its scope and its quantity. */
export function findRecipientTroubles({ recipientScope, recipients }: Recipients, quantity: Quantity | null) {
  const troubles: Trouble[] = [];
  const addIssue = (trouble: Trouble) => troubles.push(trouble);
  const refuse = (message: string, path: PropertyKey[] = ['recipients']) =>
    addIssue({ code: 'custom', path, message });

  if (recipientScope === 'UNSPECIFIED' && recipients.length > 0) {
    refuse('unspecified recipients cannot be listed; choose another scope or empty the list');
  }
  if (recipientScope !== 'UNSPECIFIED' && recipients.length === 0) {
    refuse('name at least one recipient, or choose UNSPECIFIED');
  }
  recipients.forEach((recipient, index) => {
    if (recipientScope === 'NAMED' && recipient.group !== null) {
      refuse('a group is not a named country; choose scope GROUP or PARTLY_NAMED', [
        'recipients',
        index,
        'group',
      ]);
    }
    if (recipientScope === 'GROUP' && recipient.country !== null) {
      refuse('a country is not a group; choose scope NAMED or PARTLY_NAMED', [
        'recipients',
        index,
        'country',
      ]);
    }
    if (recipient.group !== null && recipient.shareLow !== null) {
      refuse('only a named country can have a share', ['recipients', index, 'shareLow']);
    }
  });
  requireUnique(
    recipients.map(({ country, group }) => country ?? group),
    (index) => ['recipients', index],
    { addIssue },
  );
  const shared = recipients.reduce((sum, { shareLow }) => sum + (shareLow ?? 0), 0);
  if (quantity !== null && shared > quantity.high) {
    refuse(`the shares add up to ${shared}, more than the whole ${quantity.high}`);
  }
  return troubles;
}
