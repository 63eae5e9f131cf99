import type * as api from '@/generated/contract.ts';

export const areaWords: Record<api.AuditArea, string> = {
  SIGN_INS: 'signing in and out',
  PEOPLE: 'accounts',
  KEYS: 'API keys',
  RELEASES: 'releases',
  EXPORTS: 'exports',
  RECORDS: 'records',
};

const entityWords: Record<string, string> = {
  SignIn: 'sign-in',
  Account: 'account',
  ApiKey: 'API key',
  Release: 'release',
  Export: 'export',
  ReportedTotal: 'reported total',
};

/** "ROLE_CHANGED" of an "Account": "account role changed". */
export function tellDeed(entity: string, action: string): string {
  const deed = action.toLowerCase().replaceAll('_', ' ').replace('totp', 'codes');
  if (entity === 'SignIn') return deed;
  return `${entityWords[entity] ?? entity.toLowerCase()} ${deed}`;
}
