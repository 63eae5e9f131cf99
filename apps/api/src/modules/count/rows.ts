import type {
  Claim,
  Count,
  CountRecipient,
  Country,
  Group,
  Link,
  OtherFigure,
  Program,
  Provider,
  Source,
} from '@muster/db';
import { type Day, type ImpreciseDateRow, toDay, toImpreciseDate } from '../../days.ts';
import type { Page } from '../../pagination.ts';
import { type CountryRow, toCountryRow } from '../country/queries.ts';
import { type GroupRow, toGroupRow } from '../group/queries.ts';
import { type ProgramRow, toProgramRow } from '../program/queries.ts';
import { type ProviderRow, toProviderRow } from '../provider/queries.ts';
import { type SourceRow, toSourceRow } from '../source/queries.ts';

export interface RangeRow {
  low: number;
  high: number;
}

export interface WindowRow {
  start: ImpreciseDateRow | null;
  end: ImpreciseDateRow | null;
  endLatest: Day | null;
  stated: string | null;
}

/** A count as the contract speaks of it. Relations are there where the query asked for them with the count. */
export interface CountRow
  extends Pick<
    Count,
    | 'id'
    | 'slug'
    | 'kind'
    | 'title'
    | 'programId'
    | 'unit'
    | 'measure'
    | 'audience'
    | 'audienceStated'
    | 'qualifierStated'
    | 'rate'
    | 'statedBy'
    | 'voice'
    | 'recipientScope'
    | 'recipientsStated'
    | 'status'
    | 'confidence'
    | 'note'
    | 'state'
    | 'version'
    | 'publishedAt'
    | 'updatedAt'
    | 'retractedReason'
  > {
  __typename: 'Commitment' | 'ReportedTotal';
  /** The record is seen as it stood on this day: its links end at counts known by then. */
  seenOn: Day;
  quantity: RangeRow | null;
  window: WindowRow;
  statedOn: ImpreciseDateRow | null;
  knownOn: Day;
  /** Where the list is ordered by one of these. */
  order?: { programName?: string | null; providerName?: string | null; recipients?: number };
  program?: ProgramRow | null;
  providers?: ProviderRow[];
  recipients?: RecipientRow[];
  claims?: ClaimRow[];
  links?: LinkRow[];
  otherFigures?: OtherFigureRow[];
}

export type CountPage = Page<CountRow>;

/** Exactly one of `country` and `group`. */
export interface RecipientRow {
  countryIso3: string | null;
  groupId: number | null;
  country: CountryRow | null;
  group: GroupRow | null;
  share: RangeRow | null;
}

export interface ClaimRow extends Claim {
  seenOn: Day;
  count?: CountRow;
  source?: SourceRow;
}

export interface LinkRow extends Link {
  seenOn: Day;
  from?: CountRow;
  to?: CountRow;
  source?: SourceRow | null;
}

export interface OtherFigureRow {
  label: string;
  value: number;
  qualifier: string | null;
  note: string | null;
}

/** What the database gives for a count, with any of its relations. */
export interface CountRecord extends Count {
  order?: CountRow['order'] | null;
  program?: Program | null;
  providers?: { provider: Provider }[];
  recipients?: RecipientRecord[];
  claims?: (Claim & { source?: Source })[];
  linksFrom?: LinkRecord[];
  linksTo?: LinkRecord[];
  otherFigures?: OtherFigure[];
}

export type RecipientRecord = CountRecipient & { country: Country | null; group: Group | null };
export type LinkRecord = Link & { from?: Count; to?: Count; source?: Source | null };

export function toCountRow(record: CountRecord, seenOn: Day): CountRow {
  const row: CountRow = { ...toPlainCountRow(record), seenOn };
  const { program, providers, recipients, claims, linksFrom, linksTo, otherFigures } = record;
  if (record.order) row.order = record.order;
  if (program !== undefined) row.program = program && toProgramRow(program);
  if (providers) row.providers = providers.map(({ provider }) => toProviderRow(provider));
  if (recipients) row.recipients = recipients.map(toRecipientRow);
  if (claims) row.claims = claims.map((claim) => ({ ...toClaimRow(claim, seenOn), count: row }));
  if (linksFrom && linksTo) {
    row.links = [
      ...linksFrom.map((link) => ({ ...toLinkRow(link, seenOn), from: row })),
      ...linksTo.map((link) => ({ ...toLinkRow(link, seenOn), to: row })),
    ];
  }
  if (otherFigures) row.otherFigures = otherFigures.map(toOtherFigureRow);
  return row;
}

function toPlainCountRow(c: Count): Omit<CountRow, 'seenOn'> {
  return {
    __typename: c.kind === 'COMMITMENT' ? 'Commitment' : 'ReportedTotal',
    id: c.id,
    slug: c.slug,
    kind: c.kind,
    title: c.title,
    programId: c.programId,
    unit: c.unit,
    measure: c.measure,
    audience: c.audience,
    audienceStated: c.audienceStated,
    quantity: toRange(c.quantityLow, c.quantityHigh),
    qualifierStated: c.qualifierStated,
    rate: c.rate,
    window: {
      start: toImpreciseDate(c.windowStart, c.windowStartPrecision),
      end: toImpreciseDate(c.windowEnd, c.windowEndPrecision),
      endLatest: toDay(c.windowEndLatest),
      stated: c.windowStated,
    },
    statedOn: toImpreciseDate(c.statedOn, c.statedOnPrecision),
    knownOn: toDay(c.knownOn),
    statedBy: c.statedBy,
    voice: c.voice,
    recipientScope: c.recipientScope,
    recipientsStated: c.recipientsStated,
    status: c.status,
    confidence: c.confidence,
    note: c.note,
    state: c.state,
    version: c.version,
    publishedAt: c.publishedAt,
    updatedAt: c.updatedAt,
    retractedReason: c.retractedReason,
  };
}

/** Null where the record has no number; a record with one end has both (a constraint of the database). */
export function toRange(low: number | null, high: number | null): RangeRow | null {
  return low === null || high === null ? null : { low, high };
}

export function toRecipientRow(recipient: RecipientRecord): RecipientRow {
  const { countryIso3, groupId, country, group, shareLow, shareHigh } = recipient;
  return {
    countryIso3,
    groupId,
    country: country && toCountryRow(country),
    group: group && toGroupRow(group),
    share: toRange(shareLow, shareHigh),
  };
}

export function toClaimRow({ source, ...claim }: Claim & { source?: Source }, seenOn: Day): ClaimRow {
  return { ...claim, seenOn, ...(source && { source: toSourceRow(source) }) };
}

export function toLinkRow({ from, to, source, ...link }: LinkRecord, seenOn: Day): LinkRow {
  return {
    ...link,
    seenOn,
    ...(from && { from: toCountRow(from, seenOn) }),
    ...(to && { to: toCountRow(to, seenOn) }),
    ...(source !== undefined && { source: source && toSourceRow(source) }),
  };
}

export function toOtherFigureRow({ label, value, qualifier, note }: OtherFigure): OtherFigureRow {
  return { label, value: Number(value), qualifier, note };
}
