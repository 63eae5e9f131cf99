import { startLine } from '@/text/index.ts';

/** Names of fields of inputs and of their items, in the order in which they are read. Where nothing is said, the name itself says it. */
const words: Readonly<Record<string, string | null>> = {
  from: null,
  to: null,
  relation: null,
  basis: null,
  title: null,
  name: null,
  slug: 'Name in addresses',
  code: null,
  titleIsDescriptive: 'Title is a description',
  publisher: null,
  url: 'Address',
  archivedUrl: 'Archived copy',
  publishedOn: null,
  kind: null,
  status: 'How far it came',
  description: null,
  program: null,
  providers: null,
  source: null,
  label: 'What it counts',
  value: 'Number',
  country: null,
  group: null,
  role: null,
  since: 'Member since',
  until: 'First day no longer a member',
  shareLow: 'Its own share, at least',
  shareHigh: 'Its own share, at most',
  low: 'Fewest',
  high: 'Most',
  qualifier: null,
  unit: null,
  measure: 'What is counted',
  rate: null,
  audience: 'Who is trained',
  audienceStated: 'Who is trained, as stated',
  qualifierStated: 'Qualifier, as stated',
  window: null,
  start: 'First day',
  end: 'First day after',
  endLatest: 'Latest reading of the end',
  stated: 'As stated',
  startsOn: 'First day',
  endsOn: 'First day after',
  periodStated: 'Period, as stated',
  statedOn: null,
  statedBy: 'Said by',
  voice: 'On whose behalf',
  place: null,
  recipientScope: 'How far recipients are named',
  recipients: null,
  recipientsStated: 'Recipients, as stated',
  countries: null,
  groups: null,
  countriesStated: 'Countries, as stated',
  members: null,
  fragment: 'Words that hold the figure',
  locator: 'Where in the document',
  language: null,
  rank: 'Standing',
  rankReason: 'Why that standing',
  derivedFrom: 'Derives from',
  derivedFromNote: 'Derives from, in words',
  confidence: 'Confidence in the reading',
  supersedes: 'Replaces the event',
  claims: null,
  sources: null,
  otherFigures: null,
  note: 'Remarks',
};

const order = Object.keys(words);

/** "Said by" for `statedBy`: the name of an input's field, or of a field of its items, in plain words. */
export function fieldWords(field: string): string {
  const own = Object.hasOwn(words, field) ? words[field] : null;
  return own ?? startLine(field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** Fields in the order in which they are read; databases keep another. */
export function sortFields<Value>(fields: Readonly<Record<string, Value>>): [string, Value][] {
  const placeOf = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.entries(fields).sort(([first], [second]) => placeOf(first) - placeOf(second));
}
