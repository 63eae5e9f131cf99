import type * as api from '@/generated/contract.ts';

export const kindWords: Record<api.FindingKind, string> = {
  PART_LARGER_THAN_WHOLE: 'Parts larger than their whole',
  PARTS_OFF_SUM: 'Sums that do not add up',
  SHARES_OFF_TOTAL: 'Shares that do not add up',
  CLAIMS_CONTRADICT: 'Preferred claims that contradict',
  QUANTITY_OFF_CLAIMS: 'Numbers off their claims',
  UNIT_CONFUSED: 'Units confused',
  UNJUDGED_OVERLAP: 'Overlaps nobody has judged',
  NEAR_DUPLICATE: 'Near-duplicates',
  SILENT_WINDOW: 'Windows closed in silence',
  CLAIM_WITHOUT_FRAGMENT: 'Claims without words',
  ODD_LINEAGE: 'Odd lineages',
  SOURCE_WITHOUT_ARCHIVE: 'Sources without archive',
};

/** What to do about it, below the heading of a list of one kind. */
export const remedyWords: Record<api.FindingKind, string> = {
  PART_LARGER_THAN_WHOLE: 'Mend the number that is wrong, or take the link back.',
  PARTS_OFF_SUM: 'Mend a number, add the part that is missing, or say that one part may be in another.',
  SHARES_OFF_TOTAL: 'Mend the shares or the claims of the total.',
  CLAIMS_CONTRADICT: 'Prefer one of them, and leave the other normal or deprecated with a reason.',
  QUANTITY_OFF_CLAIMS: 'Save the record again; its number is computed from its claims.',
  UNIT_CONFUSED: 'Choose the unit that the source speaks of, and the measure that goes with it.',
  UNJUDGED_OVERLAP:
    'Say that one is or may be part of the other, or that they are distinct. The heaviest come first: by as many people the fewest of the public total would fall.',
  NEAR_DUPLICATE: 'If they are one, keep one; if not, link them as distinct.',
  SILENT_WINDOW:
    'Look for a report and record it. Where none can be found the silence is the finding: it is public as it stands.',
  CLAIM_WITHOUT_FRAGMENT: 'Copy the words that hold the figure from the source.',
  ODD_LINEAGE: 'Say which source it derives from, or mend the dates.',
  SOURCE_WITHOUT_ARCHIVE: 'Have the page archived, and record the address of the copy.',
};

export const severityWords: Record<api.FindingSeverity, string> = {
  HIGH: 'contradiction',
  MEDIUM: 'may mislead',
  LOW: 'weak proof',
};

/** The link to where a finding is mended. */
export function nameRemedy({ kind }: { kind: api.FindingKind }): string {
  if (kind === 'UNJUDGED_OVERLAP') return 'Open the smaller';
  if (kind === 'NEAR_DUPLICATE') return 'Open the second';
  if (kind === 'ODD_LINEAGE' || kind === 'SOURCE_WITHOUT_ARCHIVE') return 'Edit the source';
  return 'Edit the record';
}
