import type {
  Audience,
  CommitmentStatus,
  Confidence,
  CountKind,
  LinkBasis,
  LinkRelation,
  Measure,
  Precision,
  Rate,
  RecipientScope,
  Unit,
  Voice,
} from '@muster/db';
import type { Day } from '../../days.ts';

/** People, places or courses; `low ≤ high`. */
export interface Quantity {
  low: number;
  high: number;
}

/** A published count, as far as arithmetic needs it. */
export interface RecordedCount {
  id: number;
  slug: string;
  title: string;
  kind: CountKind;
  unit: Unit;
  measure: Measure;
  audience: Audience;
  voice: Voice;
  quantity: Quantity | null;
  rate: Rate | null;
  window: RecordedWindow;
  statedOn: Day | null;
  statedOnPrecision: Precision | null;
  windowStartPrecision: Precision | null;
  windowEndPrecision: Precision | null;
  knownOn: Day;
  /** The day, in UTC, on which it was first published here. */
  publishedOn: Day | null;
  confidence: Confidence;
  /** Null for reported totals. */
  status: CommitmentStatus | null;
  /** Slug and name; null where the record names none. */
  program: Named | null;
  providers: RecordedProvider[];
  recipientScope: RecipientScope;
  recipients: RecordedRecipient[];
  /** What a text filter looks through; null where nobody asked for it. */
  words: string[] | null;
}

/** `[start, end)`; where the end is itself a range, `end` is its earliest and `endLatest` its latest reading. */
export interface RecordedWindow {
  start: Day | null;
  end: Day | null;
  endLatest: Day | null;
}

export interface RecordedProvider extends Named {
  /** Null for organisations. */
  iso3: string | null;
}

/** Exactly one of `iso3` and `groupId`; the share is what a source gives to it alone. */
export interface RecordedRecipient {
  iso3: string | null;
  groupId: number | null;
  share: Quantity | null;
}

export interface RecordedLink {
  from: string;
  to: string;
  relation: LinkRelation;
  basis: LinkBasis;
}

export interface RecordedGroup {
  id: number;
  slug: string;
  code: string;
  name: string;
  /** Every membership `[since, until)`, past ones too. Empty: nobody has defined the membership. */
  members: { iso3: string; since: Day | null; until: Day | null }[];
}

export interface RecordedCountry {
  iso3: string;
  name: string;
  /** UN M49 code of its region; null where M49 lists none. */
  region: string | null;
}

export interface Named {
  slug: string;
  name: string;
}

/** Everything that totals are computed from. */
export interface Register {
  /** In the order in which the public could know them. */
  counts: RecordedCount[];
  links: RecordedLink[];
  programs: Named[];
  providers: Named[];
  /** Empty unless asked for. */
  groups: RecordedGroup[];
  /** Empty unless asked for. */
  countries: RecordedCountry[];
}
