import type { SourceLineFragment } from '@/generated/graphql.ts';
import { formatShortDate, sourceKindWords } from '@/text/index.ts';
import { formatLanguage } from '@/text/language.ts';

/** "wire · 9 Sept 2024 · Chinese (simplified)"; English goes without saying. */
export function writeSourceLine({ kind, publishedOn, language }: SourceLineFragment): string {
  const date = publishedOn ? formatShortDate(publishedOn) : 'undated';
  const parts = [sourceKindWords[kind], date];
  if (language !== 'en') parts.push(formatLanguage(language));
  return parts.join(' · ');
}
