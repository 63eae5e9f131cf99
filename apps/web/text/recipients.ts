import type { RecipientScope } from '@/generated/contract.ts';

interface Recipients {
  recipientScope: RecipientScope;
  recipients: { country?: { name: string } | null; group?: { name: string } | null }[];
  recipientsStated?: string | null;
}

/** "Solomon Islands", "Africa, no split", "Kenya, Uganda and 3 more", "Not stated". */
export function formatRecipients({ recipientScope, recipients }: Recipients, most = 3): string {
  const names = recipients.map(({ country, group }) => country?.name ?? group?.name ?? '').filter(Boolean);
  if (names.length === 0) return 'Not stated';
  const listed = listNames(names, most);
  if (recipientScope === 'GROUP') return `${listed}, no split`;
  if (recipientScope === 'PARTLY_NAMED') return `${listed} and others not named`;
  return listed;
}

/** "A", "A and B", "A, B and 3 more". */
export function listNames(names: string[], most = 3): string {
  if (names.length <= most) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  }
  return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
}
