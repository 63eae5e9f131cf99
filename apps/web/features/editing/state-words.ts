import type * as api from '@/generated/contract.ts';

export const stateWords: Record<api.RecordState, string> = {
  DRAFT: 'Draft',
  IN_REVIEW: 'In review',
  PUBLISHED: 'Published',
  RETRACTED: 'Taken back',
};
