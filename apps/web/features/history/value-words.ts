import { stateWords } from '@/features/editing/state-words.ts';
import { eventStatusWords, roleWord } from '@/features/event/words.ts';
import type * as api from '@/generated/contract.ts';
import {
  audienceWords,
  basisWords,
  confidenceWords,
  eventKindWords,
  measureWords,
  providerKindWords,
  qualifierWords,
  rankWords,
  relationWords,
  sourceKindWords,
  statusWords,
  unitWords,
  voiceWords,
} from '@/text/words.ts';

const groupKindWords: Record<api.GroupKind, string> = {
  M49_REGION: 'UN region',
  ORGANISATION: 'Organisation',
  FORUM: 'Forum',
  INFORMAL: 'Informal',
};

const scopeWords: Record<api.RecipientScope, string> = {
  NAMED: 'all named',
  PARTLY_NAMED: 'partly named',
  GROUP: 'a group',
  UNSPECIFIED: 'not told',
};

/** Kinds and statuses of different records share a field's name, and say the same where they share a word. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  unit: unitWords,
  measure: measureWords,
  audience: audienceWords,
  rate: { PER_YEAR: 'per year' },
  voice: voiceWords,
  recipientScope: scopeWords,
  confidence: confidenceWords,
  status: { ...eventStatusWords, ...statusWords },
  qualifier: qualifierWords,
  rank: rankWords,
  kind: { ...eventKindWords, ...groupKindWords, ...sourceKindWords, ...providerKindWords },
  relation: relationWords,
  basis: basisWords,
  role: roleWord,
  state: stateWords,
};

/** "over" for `OVER` of a `qualifier`; null where the field holds no word of the contract. */
export function findValueWords(field: string, value: string): string | null {
  const own = Object.hasOwn(words, field) ? words[field] : undefined;
  return own && Object.hasOwn(own, value) ? (own[value] ?? null) : null;
}
