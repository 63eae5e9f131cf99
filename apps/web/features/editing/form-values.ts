import type * as api from '@/generated/contract.ts';
import type { EditableFieldsFragment } from '@/generated/graphql.ts';

interface DateFields {
  date: string;
  precision: api.Precision;
}

interface ClaimFields {
  source: string;
  low: string;
  high: string;
  qualifier: api.Qualifier | '';
  fragment: string;
  locator: string;
  language: string;
  rank: api.ClaimRank;
  rankReason: string;
  note: string;
}

interface RecipientFields {
  /** ISO 3166-1 alpha-3, or a group's code. */
  code: string;
  shareLow: string;
  shareHigh: string;
}

interface FigureFields {
  label: string;
  value: string;
  qualifier: string;
  note: string;
}

/** The form as the browser holds it: every field is text, and empty text is "not told". */
export interface CommitmentFields {
  slug: string;
  title: string;
  program: string;
  providers: string[];
  unit: api.Unit;
  measure: api.Measure;
  audience: api.Audience;
  audienceStated: string;
  qualifierStated: string;
  rate: api.Rate | '';
  window: { start: DateFields; end: DateFields; endLatest: string; stated: string };
  statedOn: DateFields;
  statedBy: string;
  voice: api.Voice;
  recipientScope: api.RecipientScope;
  recipients: RecipientFields[];
  recipientsStated: string;
  confidence: api.Confidence;
  status: api.CommitmentStatus;
  note: string;
  claims: ClaimFields[];
  otherFigures: FigureFields[];
}

const noDate: DateFields = { date: '', precision: 'DAY' };

export const emptyClaim: ClaimFields = {
  source: '',
  low: '',
  high: '',
  qualifier: '',
  fragment: '',
  locator: '',
  language: 'en',
  rank: 'NORMAL',
  rankReason: '',
  note: '',
};
export const emptyRecipient: RecipientFields = { code: '', shareLow: '', shareHigh: '' };
export const emptyFigure: FigureFields = { label: '', value: '', qualifier: '', note: '' };

export const emptyCommitment: CommitmentFields = {
  slug: '',
  title: '',
  program: '',
  providers: [],
  unit: 'PEOPLE',
  measure: 'TRAINEES',
  audience: 'POLICE',
  audienceStated: '',
  qualifierStated: '',
  rate: '',
  window: { start: noDate, end: noDate, endLatest: '', stated: '' },
  statedOn: noDate,
  statedBy: '',
  voice: 'PROVIDER',
  recipientScope: 'UNSPECIFIED',
  recipients: [],
  recipientsStated: '',
  confidence: 'MEDIUM',
  status: 'ANNOUNCED',
  note: '',
  claims: [emptyClaim],
  otherFigures: [],
};

const text = (value: string | number | null | undefined) => (value == null ? '' : String(value));
const orNull = (value: string) => (value.trim() === '' ? null : value);
/** Numbers as people type them: "2,700" and "2 700" are read, anything else is left for the rules to refuse. */
const numberOrNull = (value: string) => {
  const digits = value.replace(/[\s,\u00a0\u202f]/g, '');
  if (digits === '') return null;
  return /^\d+$/.test(digits) ? Number(digits) : (value as unknown as number);
};
const dateOrNull = (value: DateFields) => (value.date === '' ? null : value);

/** The record as the API tells it, as form fields. */
export function toFields(record: EditableFieldsFragment): CommitmentFields {
  const { window } = record;
  return {
    slug: record.slug,
    title: record.title,
    program: text(record.program?.slug),
    providers: record.providers.map(({ code }) => code),
    unit: record.unit,
    measure: record.measure,
    audience: record.audience,
    audienceStated: record.audienceStated,
    qualifierStated: text(record.qualifierStated),
    rate: record.rate ?? '',
    window: {
      start: window.start ?? noDate,
      end: window.end ?? noDate,
      endLatest: text(window.endLatest),
      stated: text(window.stated),
    },
    statedOn: record.statedOn ?? noDate,
    statedBy: text(record.statedBy),
    voice: record.voice,
    recipientScope: record.recipientScope,
    recipients: record.recipients.map(({ country, group, share }) => ({
      code: country?.iso3 ?? group?.code ?? '',
      shareLow: text(share?.low),
      shareHigh: text(share?.high),
    })),
    recipientsStated: text(record.recipientsStated),
    confidence: record.confidence,
    status: record.status,
    note: text(record.note),
    claims: record.claims.map((claim) => ({
      source: claim.source.slug,
      low: text(claim.low),
      high: text(claim.high),
      qualifier: claim.qualifier ?? '',
      fragment: text(claim.fragment),
      locator: text(claim.locator),
      language: claim.language,
      rank: claim.rank,
      rankReason: text(claim.rankReason),
      note: text(claim.note),
    })),
    otherFigures: record.otherFigures.map((figure) => ({
      label: figure.label,
      value: text(figure.value),
      qualifier: text(figure.qualifier),
      note: text(figure.note),
    })),
  };
}

/** The form fields as the input that the rules check and the API takes. */
export function toInput(fields: CommitmentFields): api.CommitmentInput {
  return {
    ...fields,
    program: orNull(fields.program),
    qualifierStated: orNull(fields.qualifierStated),
    rate: fields.rate || null,
    window: {
      start: dateOrNull(fields.window.start),
      end: dateOrNull(fields.window.end),
      endLatest: orNull(fields.window.endLatest),
      stated: orNull(fields.window.stated),
    },
    statedOn: dateOrNull(fields.statedOn),
    statedBy: orNull(fields.statedBy),
    recipients: fields.recipients.map(({ code, shareLow, shareHigh }) => ({
      country: code.includes(':') ? null : code.toUpperCase(),
      group: code.includes(':') ? code : null,
      shareLow: numberOrNull(shareLow),
      shareHigh: numberOrNull(shareHigh),
    })),
    recipientsStated: orNull(fields.recipientsStated),
    note: orNull(fields.note),
    claims: fields.claims.map(toClaimInput),
    otherFigures: fields.otherFigures.map(({ label, value, qualifier, note }) => ({
      label,
      value: numberOrNull(value) as number,
      qualifier: orNull(qualifier),
      note: orNull(note),
    })),
  };
}

function toClaimInput(claim: ClaimFields): api.ClaimInput {
  return {
    ...claim,
    low: numberOrNull(claim.low),
    // One number is the usual case: it is both the fewest and the most.
    high: numberOrNull(claim.high) ?? numberOrNull(claim.low),
    qualifier: claim.qualifier || null,
    fragment: orNull(claim.fragment),
    locator: orNull(claim.locator),
    rankReason: orNull(claim.rankReason),
    note: orNull(claim.note),
  };
}
