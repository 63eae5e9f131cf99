import { startLine } from '@/text/index.ts';

const words: Readonly<Record<string, string>> = {
  slug: 'Name in addresses',
  audience: 'Who is trained',
  audienceStated: 'Who is trained, as stated',
  qualifierStated: 'Qualifier, as stated',
  statedBy: 'Said by',
  voice: 'On whose behalf',
  measure: 'What is counted',
  status: 'How far it came',
  recipientScope: 'How far recipients are named',
  recipientsStated: 'Recipients, as stated',
  confidence: 'Confidence in the reading',
  note: 'Remarks',
  startsOn: 'First day',
  endsOn: 'First day after',
  start: 'First day',
  end: 'First day after',
  endLatest: 'Latest reading of the end',
  stated: 'As stated',
  periodStated: 'Period, as stated',
  countriesStated: 'Countries, as stated',
  supersedes: 'Replaces the event',
  titleIsDescriptive: 'Title is a description',
  url: 'Address',
  archivedUrl: 'Archived copy',
  derivedFrom: 'Derives from',
  derivedFromNote: 'Derives from, in words',
  fragment: 'Words that hold the figure',
  locator: 'Where in the document',
  low: 'Fewest',
  high: 'Most',
  shareLow: 'Its own share, at least',
  shareHigh: 'Its own share, at most',
  rank: 'Standing',
  rankReason: 'Why that standing',
  since: 'Member since',
  until: 'First day no longer a member',
  label: 'What it counts',
  value: 'Number',
};

/** "Said by" for `statedBy`: the name of an input's field, or of a field of its items, in plain words. */
export function fieldWords(field: string): string {
  if (Object.hasOwn(words, field)) return words[field] as string;
  return startLine(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}
