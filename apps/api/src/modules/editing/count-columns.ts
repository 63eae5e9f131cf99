import type { Prisma } from '@muster/db';
import {
  type CommitmentInput,
  type CountInput,
  type ImpreciseDate,
  knownOnOf,
  quantityOf,
} from '@muster/schema/rules';
import { toDate } from '../../days.ts';
import { idOf, type References, requireNamed } from './references.ts';

export type AnyCountInput = CountInput & { status?: CommitmentInput['status'] };

/** A count's own columns. `recordedOn`: the day of its first publication, or today. */
export function toCountColumns(input: AnyCountInput, { program, source }: References, recordedOn: string) {
  const { window, statedOn, claims } = input;
  const quantity = quantityOf(claims);
  const sourceDates = claims.map((claim) => requireNamed(source, claim.source).publishedOn);
  return {
    slug: input.slug,
    title: input.title,
    programId: idOf(program, input.program),
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
    status: input.status ?? null,
    note: input.note,
  } satisfies Prisma.CountUncheckedUpdateManyInput;
}

/** Rows of what belongs to a count, each in the order given. */
export function toCountRelations(countId: number, input: CountInput, references: References) {
  return {
    providers: input.providers.map((code, position) => ({
      countId,
      position,
      providerId: requireNamed(references.provider, code),
    })),
    recipients: input.recipients.map(({ country, group, shareLow, shareHigh }, position) => ({
      countId,
      position,
      countryIso3: country,
      groupId: idOf(references.group, group),
      shareLow,
      shareHigh,
    })),
    claims: input.claims.map(({ source, ...claim }, position) => ({
      ...claim,
      countId,
      position,
      sourceId: requireNamed(references.source, source).id,
    })),
    otherFigures: input.otherFigures.map((figure, position) => ({ ...figure, countId, position })),
  };
}

/** The day as the database driver takes it; null stays null. */
export function toNullableDate(date: ImpreciseDate | null): Date | null {
  return date && toDate(date.date);
}
