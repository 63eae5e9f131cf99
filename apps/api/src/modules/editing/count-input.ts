import type { Prisma } from '@muster/db';
import type { CommitmentInput, CountInput, ReportedTotalInput } from '@muster/schema/rules';
import { toDay, toImpreciseDate } from '../../days.ts';

/** What of a count's relations its input shape needs. */
export const inputRelations = {
  program: { select: { slug: true } },
  providers: { select: { provider: { select: { code: true } } }, orderBy: { position: 'asc' } },
  recipients: { include: { group: { select: { code: true } } }, orderBy: { position: 'asc' } },
  claims: { include: { source: { select: { slug: true } } }, orderBy: { position: 'asc' } },
  otherFigures: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.CountInclude;

export type EditableRow = Prisma.CountGetPayload<{ include: typeof inputRelations }>;

/** A stored commitment as an editor would give it: what forms are filled with and histories compare. */
export function toCommitmentInput(row: EditableRow): CommitmentInput {
  const { status } = row;
  if (status === null) throw new Error(`not a commitment: ${row.slug}`);
  const { note, claims, otherFigures, ...first } = toReportedTotalInput(row);
  return { ...first, status, note, claims, otherFigures };
}

/** A stored reported total as an editor would give it. */
export function toReportedTotalInput(row: EditableRow): ReportedTotalInput & CountInput {
  return {
    slug: row.slug,
    title: row.title,
    program: row.program?.slug ?? null,
    providers: row.providers.map(({ provider }) => provider.code),
    unit: row.unit,
    measure: row.measure,
    audience: row.audience,
    audienceStated: row.audienceStated,
    qualifierStated: row.qualifierStated,
    rate: row.rate,
    window: {
      start: toImpreciseDate(row.windowStart, row.windowStartPrecision),
      end: toImpreciseDate(row.windowEnd, row.windowEndPrecision),
      endLatest: toDay(row.windowEndLatest),
      stated: row.windowStated,
    },
    statedOn: toImpreciseDate(row.statedOn, row.statedOnPrecision),
    statedBy: row.statedBy,
    voice: row.voice,
    recipientScope: row.recipientScope,
    recipients: row.recipients.map(({ countryIso3, group, shareLow, shareHigh }) => ({
      country: countryIso3,
      group: group?.code ?? null,
      shareLow,
      shareHigh,
    })),
    recipientsStated: row.recipientsStated,
    confidence: row.confidence,
    note: row.note,
    claims: row.claims.map(
      ({ source, low, high, qualifier, fragment, locator, language, rank, rankReason, note }) => ({
        source: source.slug,
        low,
        high,
        qualifier,
        fragment,
        locator,
        language,
        rank,
        rankReason,
        note,
      }),
    ),
    otherFigures: row.otherFigures.map(({ label, value, qualifier, note }) => ({
      label,
      value: Number(value),
      qualifier,
      note,
    })),
  };
}
