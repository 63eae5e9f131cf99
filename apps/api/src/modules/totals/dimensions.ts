import type { BreakdownDimension } from '../../generated/resolvers.ts';
import type { Taken } from './figures.ts';
import type { Period } from './question.ts';
import { findReach, type Reach } from './reach.ts';
import { type Groups, isOpenGroup, listMembers, membershipDay, type Target } from './recipients.ts';
import type { RecordedCount, Register } from './record.ts';
import { selectCounts } from './selection.ts';
import { type Ledger, type Sums, sumUp } from './sums.ts';
import { AUDIENCE_WORDS, writeStart } from './words.ts';

/** Sums of some counts, unrounded. */
export interface SumsOfCounts extends Sums {
  /** Slugs. */
  counts: string[];
}

/** A row of a breakdown, unrounded. */
export interface RowOf extends SumsOfCounts {
  key: string | null;
  label: string;
  /** Of a country: what reaches it by its name, and what reaches it by its name or through a group; null for other rows. */
  reach: Record<Reach, () => SumsOfCounts> | null;
}

interface Row {
  sumUp(period: Period): RowOf;
}

interface Name {
  key: string | null;
  label: string;
}

/** Every group of the dimension in which something takes part. */
export function listRowsOf(
  by: Exclude<BreakdownDimension, 'YEAR'>,
  ledger: Ledger,
  register: Register,
  groups: Groups,
): Row[] {
  if (by === 'COUNTRY') return listByTarget(listCountryTargets(ledger, register, groups), ledger, groups);
  if (by === 'REGION') return listByTarget(listRegionTargets(register), ledger, groups);
  const names = new Map<string | null, { name: Name; slugs: Set<string> }>();
  for (const { count } of listTaken(ledger)) {
    for (const name of listNames(by, count)) {
      const row = names.get(name.key) ?? { name, slugs: new Set() };
      names.set(name.key, row);
      row.slugs.add(count.slug);
    }
  }
  return [...names.values()].map(({ name, slugs }) => {
    const isIn = ({ count }: Taken) => slugs.has(count.slug);
    return createRow(name, narrow(ledger, ledger.commitments.filter(isIn), ledger.reports.filter(isIn)));
  });
}

function listNames(
  by: 'PROGRAM' | 'PROVIDER' | 'AUDIENCE',
  { program, providers, audience }: RecordedCount,
): Name[] {
  if (by === 'AUDIENCE') return [{ key: audience, label: writeStart(AUDIENCE_WORDS[audience]) }];
  if (by === 'PROVIDER') return providers.map(({ slug, name }) => ({ key: slug, label: name }));
  if (program === null) return [{ key: null, label: 'No program named' }];
  return [{ key: program.slug, label: program.name }];
}

type NamedTarget = Name & { target: Target };

function listByTarget(targets: NamedTarget[], ledger: Ledger, groups: Groups): Row[] {
  const counts = listTaken(ledger).map(({ count }) => count);
  const rows: Row[] = [];
  const sums = new Map<string, Sums>();
  for (const { target, ...name } of [...targets, NOT_NAMED]) {
    const question = { ...ledger.question, targets: [...ledger.question.targets, target] };
    const { commitments, reports } = selectCounts({ counts, links: [] }, question, null, groups);
    if (commitments.length + reports.length === 0) continue;
    const narrowTo = (isIn: (taken: Taken) => boolean) =>
      narrow(ledger, commitments.filter(isIn), reports.filter(isIn));
    const whole = narrowTo(() => true);
    if (target.kind !== 'COUNTRY') {
      rows.push(createRow(name, whole, sums));
      continue;
    }
    const reachOf = ({ count }: Taken) => findReach(count, target.iso3, groups);
    rows.push(
      createRow(name, whole, sums, {
        named: narrowTo((taken) => reachOf(taken) === 'named'),
        listed: narrowTo((taken) => reachOf(taken) !== null),
      }),
    );
  }
  return rows;
}

const NOT_NAMED: NamedTarget = { key: null, label: 'Not named', target: { kind: 'UNNAMED' } };

/** Countries that a count names, or that belong to a closed group which it names. */
function listCountryTargets(ledger: Ledger, { countries }: Register, groups: Groups): NamedTarget[] {
  const named = new Set<string>();
  for (const { count } of listTaken(ledger)) {
    for (const { iso3, groupId } of count.recipients) {
      if (iso3 !== null) named.add(iso3);
      const group = groupId === null ? undefined : groups.get(groupId);
      if (!group) continue;
      for (const member of listMembers(group, membershipDay(count))) named.add(member);
    }
  }
  return countries
    .filter(({ iso3 }) => named.has(iso3))
    .map(({ iso3, name }) => ({ key: iso3, label: name, target: { kind: 'COUNTRY', iso3 } }));
}

/** UN M49's regions of the first level: those that countries name as theirs. */
function listRegionTargets({ countries, groups }: Register): NamedTarget[] {
  const codes = new Set(countries.map(({ region }) => `M49:${region}`));
  return groups
    .filter((group) => codes.has(group.code) && !isOpenGroup(group))
    .map((group) => ({ key: group.slug, label: group.name, target: { kind: 'GROUP', group } }));
}

function narrow(ledger: Ledger, commitments: Taken[], reports: Taken[]): Ledger {
  const present = new Set([...commitments, ...reports].map(({ count }) => count.slug));
  const absent = listTaken(ledger).flatMap(({ count }) => (present.has(count.slug) ? [] : [count.slug]));
  return { ...ledger, commitments, reports, through: new Set([...ledger.through, ...absent]) };
}

function createRow(
  name: Name,
  ledger: Ledger,
  known = new Map<string, Sums>(),
  reach: Record<Reach, Ledger> | null = null,
): Row {
  return {
    sumUp: (period) => ({
      ...name,
      ...sumUpOnce(ledger, period, known),
      reach: reach && {
        named: () => sumUpOnce(reach.named, period, known),
        listed: () => sumUpOnce(reach.listed, period, known),
      },
    }),
  };
}

/** Most members of a group are meant by the same counts in the same way, and share their sums. */
function sumUpOnce(ledger: Ledger, period: Period, known: Map<string, Sums>): SumsOfCounts {
  const taken = listTaken(ledger);
  const likeness = JSON.stringify(taken.map(({ count, readings }) => [count.id, readings]));
  const sums = known.get(likeness) ?? sumUp(ledger, period);
  known.set(likeness, sums);
  return { ...sums, counts: taken.map(({ count }) => count.slug) };
}

function listTaken({ commitments, reports }: Ledger): Taken[] {
  return [...commitments, ...reports];
}
