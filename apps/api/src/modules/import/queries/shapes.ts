import type { Prisma, RecordState } from '@muster/db';
import { toDay, toImpreciseDate } from '../../../days.ts';
import { type EditableRow, toCommitmentInput, toReportedTotalInput } from '../../editing/count-input.ts';
import type { InputRecord } from '../entities.ts';

const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }];
const byPosition = { position: 'asc' } as const;
const SLUG = { select: { slug: true } } as const;
const CODE = { select: { code: true } } as const;

export const COUNT = {
  program: SLUG,
  providers: { select: { provider: CODE }, orderBy: byPosition },
  recipients: { include: { group: CODE }, orderBy: inOrder },
  claims: { include: { source: SLUG }, orderBy: inOrder },
  otherFigures: { orderBy: inOrder },
} as const satisfies Prisma.CountInclude;

export const EVENT = {
  program: SLUG,
  supersedes: SLUG,
  providers: { select: { provider: CODE }, orderBy: byPosition },
  countries: { orderBy: byPosition },
  groups: { include: { group: CODE }, orderBy: byPosition },
  sources: { include: { source: SLUG }, orderBy: inOrder },
  otherFigures: { orderBy: inOrder },
} as const satisfies Prisma.EventInclude;

export const GROUP = {
  members: {
    orderBy: [{ countryIso3: 'asc' as const }, { since: { sort: 'asc' as const, nulls: 'first' as const } }],
  },
} satisfies Prisma.GroupInclude;

export const SOURCE = { derivedFrom: SLUG } as const satisfies Prisma.SourceInclude;
export const LINK = { from: SLUG, to: SLUG, source: SLUG } as const satisfies Prisma.LinkInclude;

/** A record as it is stored, in the shape in which an editor would give it. */
export interface Stored {
  name: string;
  /** Null of a country, whose code is its key. */
  id: number | null;
  /** Null of records that have no states. */
  version: number | null;
  state: RecordState | null;
  /** ISO day of its first publication; null before that. */
  recordedOn: string | null;
  input: InputRecord;
}

export function toCountInput(row: EditableRow): InputRecord {
  return row.status === null ? toReportedTotalInput(row) : toCommitmentInput(row);
}

export function toEventInput(row: Prisma.EventGetPayload<{ include: typeof EVENT }>): InputRecord {
  return {
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    status: row.status,
    program: row.program?.slug ?? null,
    providers: row.providers.map(({ provider }) => provider.code),
    audienceStated: row.audienceStated,
    startsOn: toImpreciseDate(row.startsOn, row.startsOnPrecision),
    endsOn: toImpreciseDate(row.endsOn, row.endsOnPrecision),
    periodStated: row.periodStated,
    statedOn: toImpreciseDate(row.statedOn, row.statedOnPrecision),
    statedBy: row.statedBy,
    place: row.place,
    countries: row.countries.map(({ countryIso3, role }) => ({ country: countryIso3, role })),
    groups: row.groups.map(({ group, role }) => ({ group: group.code, role })),
    countriesStated: row.countriesStated,
    confidence: row.confidence,
    note: row.note,
    supersedes: row.supersedes?.slug ?? null,
    sources: row.sources.map(({ source, fragment, language, note }) => ({
      source: source.slug,
      fragment,
      language,
      note,
    })),
    otherFigures: row.otherFigures.map(toFigure),
  };
}

export function toSourceInput(row: Prisma.SourceGetPayload<{ include: typeof SOURCE }>): InputRecord {
  return {
    slug: row.slug,
    title: row.title,
    titleIsDescriptive: row.titleIsDescriptive,
    publisher: row.publisher,
    url: row.url,
    archivedUrl: row.archivedUrl,
    publishedOn: toImpreciseDate(row.publishedOn, row.publishedOnPrecision),
    kind: row.kind,
    language: row.language,
    derivedFrom: row.derivedFrom?.slug ?? null,
    derivedFromNote: row.derivedFromNote,
    note: row.note,
  };
}

export function toGroupInput(row: Prisma.GroupGetPayload<{ include: typeof GROUP }>): InputRecord {
  const { slug, code, name, kind, description, members } = row;
  return {
    slug,
    code,
    name,
    kind,
    description,
    members: members.map(({ countryIso3, since, until, note }) => ({
      country: countryIso3,
      since: toDay(since),
      until: toDay(until),
      note,
    })),
  };
}

export function toLinkInput(row: Prisma.LinkGetPayload<{ include: typeof LINK }>): InputRecord {
  const { from, to, relation, basis, note, source } = row;
  return { from: from.slug, to: to.slug, relation, basis, note, source: source?.slug ?? null };
}

function toFigure(figure: { label: string; value: bigint; qualifier: string | null; note: string | null }) {
  const { label, value, qualifier, note } = figure;
  return { label, value: Number(value), qualifier, note };
}
