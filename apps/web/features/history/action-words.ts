import { nameAction } from '@/features/changes/words.ts';

const words: Readonly<Record<string, string>> = {
  SUBMITTED: 'Sent to review',
  SENT_BACK: 'Sent back to its author',
};

/** "Sent to review": what was done to a record, as its editors see it. */
export const tellAction = (action: string): string => words[action] ?? nameAction(action);
