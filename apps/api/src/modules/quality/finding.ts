import { createHash } from 'node:crypto';
import type { CountKind } from '@muster/db';
import type { Day } from '../../days.ts';
import type { FindingKind, FindingSeverity } from '../../generated/resolvers.ts';
import { writeTitle } from '../totals/words.ts';

/** A count or a source, as far as a finding names it. */
export interface RecordHead {
  id: number;
  entity: 'Commitment' | 'ReportedTotal' | 'Source';
  slug: string;
  title: string;
  /** Changes with the record. */
  stamp: string;
  /** Day of the last change; null where the record keeps none. */
  changedOn: Day | null;
}

export interface Finding {
  kind: FindingKind;
  severity: FindingSeverity;
  /** Names the finding among those of its kind, however the records change. */
  key: string;
  sentence: string;
  records: RecordHead[];
  since: Day | null;
  /** Of two findings of one severity the heavier one comes first: people, claims or days, by kind. */
  weight: number;
  /** People; null for other kinds than overlaps. */
  moves: number | null;
  /** Path of an admin page. */
  remedy: string;
  fingerprint: string;
}

const SEVERITIES: Record<FindingKind, FindingSeverity> = {
  PART_LARGER_THAN_WHOLE: 'HIGH',
  PARTS_OFF_SUM: 'HIGH',
  SHARES_OFF_TOTAL: 'HIGH',
  CLAIMS_CONTRADICT: 'HIGH',
  QUANTITY_OFF_CLAIMS: 'HIGH',
  UNIT_CONFUSED: 'HIGH',
  UNJUDGED_OVERLAP: 'MEDIUM',
  NEAR_DUPLICATE: 'MEDIUM',
  SILENT_WINDOW: 'MEDIUM',
  CLAIM_WITHOUT_FRAGMENT: 'MEDIUM',
  ODD_LINEAGE: 'LOW',
  SOURCE_WITHOUT_ARCHIVE: 'LOW',
};

/** In the order in which they are told: by severity. */
export const FINDING_KINDS = [
  'PART_LARGER_THAN_WHOLE',
  'PARTS_OFF_SUM',
  'SHARES_OFF_TOTAL',
  'CLAIMS_CONTRADICT',
  'QUANTITY_OFF_CLAIMS',
  'UNIT_CONFUSED',
  'UNJUDGED_OVERLAP',
  'NEAR_DUPLICATE',
  'SILENT_WINDOW',
  'CLAIM_WITHOUT_FRAGMENT',
  'ODD_LINEAGE',
  'SOURCE_WITHOUT_ARCHIVE',
] as const satisfies FindingKind[];

interface FindingParts {
  sentence: string;
  /** The one to be mended first; at least one. */
  records: [RecordHead, ...RecordHead[]];
  weight: number;
  /** Tells several findings about the same records apart. */
  part?: string;
  since?: Day | null;
  moves?: number;
  remedy?: string;
}

export function makeFinding(
  kind: FindingKind,
  { sentence, records, weight, part, ...given }: FindingParts,
): Finding {
  const ids = records.map(({ id }) => id).sort((one, other) => one - other);
  const changes = records.flatMap(({ changedOn }) => changedOn ?? []).sort();
  const stamps = records.map(({ entity, id, stamp }) => `${entity} ${id} ${stamp}`).sort();
  return {
    kind,
    severity: SEVERITIES[kind],
    key: [...ids, ...(part === undefined ? [] : [part])].join('-'),
    sentence,
    records,
    since: given.since ?? changes.at(-1) ?? null,
    weight,
    moves: given.moves ?? null,
    remedy: given.remedy ?? findRemedy(kind, records),
    fingerprint: createHash('sha256').update(stamps.join('\n')).digest('base64url').slice(0, 22),
  };
}

/** A pair that nobody has judged is judged by a link; everything else is mended where it stands. */
function findRemedy(kind: FindingKind, [first, second]: [RecordHead, ...RecordHead[]]): string {
  const isPair = kind === 'UNJUDGED_OVERLAP' || kind === 'NEAR_DUPLICATE';
  return isPair && second ? `/admin/links/new?from=${first.slug}&to=${second.slug}` : addressOf(first);
}

const PLACES: Record<RecordHead['entity'], string> = {
  Commitment: '/admin/commitments',
  ReportedTotal: '/admin/reported',
  Source: '/admin/sources',
};

/** Where a record is edited. */
export function addressOf({ entity, slug }: Pick<RecordHead, 'entity' | 'slug'>): string {
  return `${PLACES[entity]}/${slug}`;
}

export interface CountHeadRow {
  id: number;
  slug: string;
  title: string;
  kind: CountKind;
  version: number;
  changedOn: Day;
}

export function toHead({ id, slug, title, kind, version, changedOn }: CountHeadRow): RecordHead {
  const entity = kind === 'COMMITMENT' ? 'Commitment' : 'ReportedTotal';
  return { id, entity, slug, title, stamp: String(version), changedOn };
}

/** `“a”`. */
export const nameRecord = ({ title }: Pick<RecordHead, 'title'>): string => writeTitle({ title });
