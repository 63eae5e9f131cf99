import type { Contribution, Totals } from './queries.ts';

type Count = Contribution['count'];
export type CommitmentPart = Contribution & { count: Extract<Count, { __typename: 'Commitment' }> };
export type ReportPart = Contribution & { count: Extract<Count, { __typename: 'ReportedTotal' }> };

/** The promises that take part, largest first. */
export function listCommitments({ contributions }: Totals): CommitmentPart[] {
  return contributions
    .filter((part): part is CommitmentPart => part.count.__typename === 'Commitment')
    .toSorted((a, b) => b.quantity.high - a.quantity.high || a.count.title.localeCompare(b.count.title));
}

/** The reports that take part, latest first. */
export function listReports({ contributions }: Totals): ReportPart[] {
  const end = ({ count }: ReportPart) => count.window.end?.date ?? '';
  return contributions
    .filter((part): part is ReportPart => part.count.__typename === 'ReportedTotal')
    .toSorted((a, b) => end(b).localeCompare(end(a)));
}

/** Year of the first promise; null where none takes part. */
export function findFirstYear(parts: CommitmentPart[]): number | null {
  const days = parts.flatMap(({ count }) => (count.statedOn ? [count.statedOn.date] : [])).toSorted();
  return days[0] ? Number(days[0].slice(0, 4)) : null;
}

export interface Overlap {
  part: Pick<Count, '__typename' | 'slug' | 'title'>;
  whole: Pick<Count, '__typename' | 'slug' | 'title'>;
  /** False where the one may be part of the other; true where a record says that it is. */
  isCertain: boolean;
  basis: 'STATED' | 'INFERRED' | null;
  note: string | null;
}

/** Each pair of counts of which one is, or may be, part of the other: what makes the total a range. */
export function listOverlaps(parts: Contribution[]): Overlap[] {
  return parts.flatMap(({ count, within }) =>
    within.map((whole) => {
      const link = count.links.find(({ from, to }) => from.slug === count.slug && to.slug === whole.slug);
      return {
        part: count,
        whole,
        isCertain: link?.relation === 'PART_OF',
        basis: link?.basis ?? null,
        note: link?.note ?? null,
      };
    }),
  );
}
