import type * as api from '@/generated/contract.ts';

export const roleWords: Record<api.Role, string> = {
  EDITOR: 'editor',
  REVIEWER: 'reviewer',
  ADMIN: 'administrator',
};

/** What each role may do, for whoever gives it. */
export const roleMeanings: Record<api.Role, string> = {
  EDITOR: 'writes, and sends to review',
  REVIEWER: 'publishes what others wrote',
  ADMIN: 'everything, accounts too',
};

export const accountStateWords: Record<api.AccountState, string> = {
  ACTIVE: 'active',
  INVITED: 'invited',
  DISABLED: 'disabled',
};

const BROWSERS: [pattern: RegExp, name: string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: [pattern: RegExp, name: string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox on Linux", as far as the browser says; a name that none of these knows is cut short. */
export function nameBrowser(agent: string | null): string {
  if (!agent) return 'a browser that does not say its name';
  const find = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(agent))?.[1];
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)];
  if (!browser) return agent.slice(0, 40);
  return system ? `${browser} on ${system}` : browser;
}
