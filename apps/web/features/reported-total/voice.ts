import type { Voice } from '@/generated/contract.ts';

/** Whose voice a report is, as a headline and what that means. */
export const speakerWords: { [voice in Voice]: { name: string; note: string } } = {
  PROVIDER: { name: 'The provider', note: 'nobody else is on record as counting them' },
  RECIPIENT: { name: 'A recipient', note: 'told by those who were trained or their government' },
  INDEPENDENT: { name: 'Someone independent', note: 'neither the provider nor a recipient' },
  MEDIA: { name: 'Media', note: 'without naming who says so' },
};
