import type * as api from '@/generated/contract.ts';

export const scopeWords: Record<api.KeyScope, string> = {
  QUERY: 'questions at /graphql',
  FILES: 'downloads below /data',
};

export const keyStateWords: Record<api.KeyState, string> = {
  ACTIVE: 'holds',
  EXPIRED: 'expired',
  REVOKED: 'revoked',
};
