import type * as api from '@/generated/contract.ts';
import { formatDay } from '@/text/index.ts';

export const scopeWords: Record<api.KeyScope, string> = {
  QUERY: 'questions at /graphql',
  FILES: 'downloads below /data',
};

export const keyStateWords: Record<api.KeyState, string> = {
  ACTIVE: 'holds',
  EXPIRED: 'expired',
  REVOKED: 'revoked',
};

/** "9 September 2024, 14:05 UTC". */
export function formatInstant(iso: string): string {
  return `${formatDay(iso)}, ${iso.slice(11, 16)} UTC`;
}
