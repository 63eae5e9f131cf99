import type { Prisma } from '@muster/db';
import { type CommitmentInput, type ImpreciseDate, knownOnOf, quantityOf } from '@muster/schema/rules';
import { toDate } from '../../days.ts';
import type { References } from './references.ts';

/** A commitment's own columns. `recordedOn`: the day of its first publication, or today. */
export function toColumns(input: CommitmentInput, { programs, sources }: References, recordedOn: string) {
  const { window, statedOn, claims } = input;
  const quantity = quantityOf(claims);
  const sourceDates = claims.map(({ source }) => requireNamed(sources, source).publishedOn);
  return {
    slug: input.slug,
    title: input.title,
    programId: input.program === null ? null : requireNamed(programs, input.program),
    unit: input.unit,
    measure: input.measure,
    audience: input.audience,
    audienceStated: input.audienceStated,
    quantityLow: quantity?.low ?? null,
    quantityHigh: quantity?.high ?? null,
    qualifierStated: input.qualifierStated,
    rate: input.rate,
    windowStart: toNullableDate(window.start),
    windowStartPrecision: window.start?.precision ?? null,
    windowEnd: toNullableDate(window.end),
    windowEndPrecision: window.end?.precision ?? null,
    windowEndLatest: window.endLatest && toDate(window.endLatest),
    windowStated: window.stated,
    statedOn: toNullableDate(statedOn),
    statedOnPrecision: statedOn?.precision ?? null,
    knownOn: toDate(knownOnOf({ statedOn, sourceDates, recordedOn })),
    statedBy: input.statedBy,
    voice: input.voice,
    recipientScope: input.recipientScope,
    recipientsStated: input.recipientsStated,
    confidence: input.confidence,
    status: input.status,
    note: input.note,
  } satisfies Prisma.CountUncheckedUpdateManyInput;
}

/** Rows of what belongs to a commitment, each in the order given. */
export function toRelations(countId: number, input: CommitmentInput, references: References) {
  const { providers, groups, sources } = references;
  return {
    providers: input.providers.map((code, position) => ({
      countId,
      position,
      providerId: requireNamed(providers, code),
    })),
    recipients: input.recipients.map(({ country, group, shareLow, shareHigh }, position) => ({
      countId,
      position,
      countryIso3: country,
      groupId: group === null ? null : requireNamed(groups, group),
      shareLow,
      shareHigh,
    })),
    claims: input.claims.map(({ source, ...claim }, position) => ({
      ...claim,
      countId,
      position,
      sourceId: requireNamed(sources, source).id,
    })),
    otherFigures: input.otherFigures.map((figure, position) => ({ ...figure, countId, position })),
  };
}

function toNullableDate(date: ImpreciseDate | null): Date | null {
  return date && toDate(date.date);
}

function requireNamed<Row>(rows: ReadonlyMap<string, Row>, name: string): Row {
  const row = rows.get(name);
  if (row === undefined) throw new Error(`unknown name: ${name}`);
  return row;
}
