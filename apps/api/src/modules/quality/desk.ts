import type { Context } from '../../context.ts';
import type { KeysetOrder } from '../../cursor.ts';
import { InputError } from '../../errors.ts';
import type { FindingKind } from '../../generated/resolvers.ts';
import { type Page, type PageArgs, readPageRequest, toPage } from '../../pagination.ts';
import { FINDING_KINDS, type Finding } from './finding.ts';
import { type DismissalRow, findDismissals } from './queries/dismissals.ts';
import {
  findContradictingClaims,
  findPartsLargerThanWholes,
  findPartsOffSums,
  findQuantitiesOffClaims,
  findSharesOffTotals,
  findUnitsConfused,
} from './rules/arithmetic.ts';
import { findUnjudgedOverlaps } from './rules/overlaps.ts';
import { findNearDuplicates, findSilentWindows, findWordlessClaims } from './rules/records.ts';
import { findOddLineages, findSourcesWithoutArchive } from './rules/sources.ts';

/** A finding with what was said of it; `holds`: it is dismissed, and nothing has changed since. */
export interface JudgedFinding extends Finding {
  dismissal: (DismissalRow & { holds: boolean }) | null;
  /** Of the row that is kept of it, whether or not it was reopened; 0: none is. */
  judgedVersion: number;
}

export interface Tally {
  kind: FindingKind;
  open: number;
  dismissed: number;
  isComplete: boolean;
}

export type FindingPage = Page<JudgedFinding>;

export interface Desk {
  ctx: Context;
  judge: (kind: FindingKind) => Promise<Judged>;
}

interface Judged {
  findings: JudgedFinding[];
  isComplete: boolean;
}

/** More than anybody works through before looking again. */
const MOST = 1_000;

const RULES: Record<FindingKind, (ctx: Context, limit: number) => Promise<Finding[]>> = {
  PART_LARGER_THAN_WHOLE: findPartsLargerThanWholes,
  PARTS_OFF_SUM: findPartsOffSums,
  SHARES_OFF_TOTAL: findSharesOffTotals,
  CLAIMS_CONTRADICT: findContradictingClaims,
  QUANTITY_OFF_CLAIMS: findQuantitiesOffClaims,
  UNIT_CONFUSED: findUnitsConfused,
  UNJUDGED_OVERLAP: findUnjudgedOverlaps,
  NEAR_DUPLICATE: findNearDuplicates,
  SILENT_WINDOW: findSilentWindows,
  CLAIM_WITHOUT_FRAGMENT: findWordlessClaims,
  ODD_LINEAGE: findOddLineages,
  SOURCE_WITHOUT_ARCHIVE: findSourcesWithoutArchive,
};

/** The desk of one question: each kind is looked for once, and only where it is asked for. */
export function openDesk(ctx: Context): Desk {
  const dismissals = findDismissals(ctx.db);
  // Whoever asks for nothing is told nothing of what failed.
  dismissals.catch(() => {});
  const known = new Map<FindingKind, Promise<Judged>>();
  const judge = (kind: FindingKind) => {
    const judged = known.get(kind) ?? judgeKind(ctx, kind, dismissals);
    known.set(kind, judged);
    return judged;
  };
  return { ctx, judge };
}

async function judgeKind(
  ctx: Context,
  kind: FindingKind,
  dismissals: Promise<DismissalRow[]>,
): Promise<Judged> {
  const said = new Map((await dismissals).filter((row) => row.kind === kind).map((row) => [row.key, row]));
  // Those set aside do not take the place of others.
  const limit = MOST + said.size;
  const findings = await RULES[kind](ctx, limit + 1);
  return {
    isComplete: findings.length <= limit,
    findings: findings.slice(0, limit).map((finding) => {
      const row = said.get(finding.key);
      const holds = row !== undefined && !row.isReopened && row.fingerprint === finding.fingerprint;
      const dismissal = row && !row.isReopened ? { ...row, holds } : null;
      return { ...finding, dismissal, judgedVersion: row?.version ?? 0 };
    }),
  };
}

export function isOpen({ dismissal }: JudgedFinding): boolean {
  return dismissal === null || !dismissal.holds;
}

export async function countKinds(desk: Desk): Promise<Tally[]> {
  const tallies: Tally[] = [];
  // One after the other: each may hold a connection for a while.
  for (const kind of FINDING_KINDS) {
    const { findings, isComplete } = await desk.judge(kind);
    const open = findings.filter(isOpen).length;
    tallies.push({ kind, open, dismissed: findings.length - open, isComplete });
  }
  return tallies;
}

interface FindingArgs extends PageArgs {
  kind?: readonly FindingKind[] | null | undefined;
  dismissed?: boolean | null | undefined;
}

const HEAVIEST = 100_000_000;

// By kind, which goes by severity, then by weight, in one whole number below 2^31: weights of two kinds cannot be compared.
function rankOf({ kind, weight }: Finding): number {
  const place = FINDING_KINDS.length - FINDING_KINDS.indexOf(kind);
  return place * HEAVIEST + Math.min(HEAVIEST - 1, Math.max(0, Math.floor(weight)));
}

const GRAVEST_FIRST: KeysetOrder<JudgedFinding> = {
  name: 'findings, gravest first',
  column: 'rank',
  kind: 'number',
  isNullable: false,
  direction: 'DESC',
  keyColumn: 'id',
  valueOf: rankOf,
  keyOf: writeFindingId,
};

/** Throws InputError for a page that is no page, or an empty list of kinds. */
export async function findFindingPage(
  desk: Desk,
  { kind, dismissed, ...args }: FindingArgs,
): Promise<FindingPage> {
  if (kind?.length === 0)
    throw new InputError('kind', 'give at least one kind, or leave it out for all of them');
  const request = readPageRequest(args, GRAVEST_FIRST);
  const wanted = new Set<FindingKind>(kind ?? FINDING_KINDS);
  const rows: JudgedFinding[] = [];
  for (const each of wanted) {
    rows.push(
      ...(await desk.judge(each)).findings.filter((finding) => isOpen(finding) !== (dismissed ?? false)),
    );
  }
  rows.sort(compare);
  const { after, before, size, isBackward } = request;
  const within = rows.filter(
    (row) => (!after || compareTo(row, after) > 0) && (!before || compareTo(row, before) < 0),
  );
  const taken = isBackward ? within.toReversed() : within;
  return toPage({
    rows: taken.slice(0, size + 1),
    request,
    order: GRAVEST_FIRST,
    isBeyond: async (cursor, bound) =>
      rows.some((row) => {
        const place = compareTo(row, cursor);
        return bound === 'notBefore' ? place >= 0 : place <= 0;
      }),
    count: async () => rows.length,
  });
}

interface Place {
  value: unknown;
  key: string;
}

function compare(one: JudgedFinding, other: JudgedFinding): number {
  return compareTo(one, { value: rankOf(other), key: writeFindingId(other) });
}

function compareTo(row: JudgedFinding, { value, key }: Place): number {
  const difference = Number(value) - rankOf(row);
  if (difference !== 0) return difference;
  const id = writeFindingId(row);
  return id < key ? -1 : id > key ? 1 : 0;
}

/** `UNJUDGED_OVERLAP:12-34`. */
export function writeFindingId({ kind, key }: Pick<Finding, 'kind' | 'key'>): string {
  return `${kind}:${key}`;
}

/** The finding of that id, as it stands now; null where there is none. */
export async function findFinding(ctx: Context, id: string): Promise<JudgedFinding | null> {
  const kind = FINDING_KINDS.find((each) => id.startsWith(`${each}:`));
  if (!kind) return null;
  const { findings } = await openDesk(ctx).judge(kind);
  return findings.find((finding) => writeFindingId(finding) === id) ?? null;
}
