import type { BreakdownDimension } from '../../generated/resolvers.ts';
import type { Axis, Entry, Ground, RowKey } from './axis.ts';
import { readCount, type Taken } from './figures.ts';
import { isByName, listReached } from './reach.ts';
import { type Groups, isOpenGroup, listMembers, membershipDay, type Target } from './recipients.ts';
import type { Quantity, RecordedCount, Register } from './record.ts';
import { type Ledger, listTaken } from './sums.ts';
import { createTaker, type Taker } from './targets.ts';

type RecipientDimension = 'COUNTRY' | 'REGION' | 'GROUP';
type TargetKey = RowKey & { target: Target };

export function isRecipientDimension(dimension: BreakdownDimension): dimension is RecipientDimension {
  return dimension === 'COUNTRY' || dimension === 'REGION' || dimension === 'GROUP';
}

/** Countries, regions or groups, each with the part of a count that is, or may be, for it. */
export function createRecipientAxis(
  dimension: RecipientDimension,
  { ledger, register, groups }: Ground,
): Axis {
  const { filter, targets } = ledger.question;
  const named = listTargets(dimension, ledger, register, groups);
  const keys = named.map(({ key, label, target }) => ({ dimension, key, label, target, days: null }));
  const nobody: TargetKey = {
    dimension,
    key: null,
    label: 'Not named',
    target: { kind: 'UNNAMED' },
    days: null,
  };
  const byKey = new Map(keys.map((key) => [key.key, key]));

  const listCandidates = (count: RecordedCount): TargetKey[] => {
    const reached = dimension === 'COUNTRY' ? listReached(count, groups) : null;
    return [nobody, ...(reached ? [...reached].flatMap((iso3) => byKey.get(iso3) ?? []) : keys)];
  };
  const findTaker = (count: RecordedCount, { target }: TargetKey): Taker | null =>
    filter.byName && !isByName(count, target, groups)
      ? null
      : createTaker(count, [...targets, target], groups);

  return {
    dimension,
    place: (count) => listCandidates(count).filter((key) => findTaker(count, key)),
    enter: (taken) => {
      const partOf = createParts(taken);
      return listCandidates(taken.count).flatMap((key): Entry[] => {
        const part = partOf(findTaker(taken.count, key));
        return part ? [{ key, taken: part, isListed: true }] : [];
      });
    },
  };
}

/** Most countries have the same part of a count: it is made once, and rows of the same parts are seen to be alike. */
function createParts({ count }: Taken): (take: Taker | null) => Taken | null {
  const parts = new Map<string, Taken>();
  return (take) => {
    if (!take || !count.quantity) return null;
    const { low, high }: Quantity = take(count.quantity);
    const name = `${low} ${high}`;
    const [first, ...others] = parts.has(name) ? [] : readCount(count, take);
    if (first) parts.set(name, { count, readings: [first, ...others] });
    return parts.get(name) ?? null;
  };
}

interface NamedTarget {
  key: string;
  label: string;
  target: Target;
}

function listTargets(
  dimension: RecipientDimension,
  ledger: Ledger,
  register: Register,
  groups: Groups,
): NamedTarget[] {
  switch (dimension) {
    case 'COUNTRY':
      return listCountries(ledger, register, groups);
    case 'REGION':
      return listRegions(register);
    case 'GROUP':
      return listGroups(ledger, register);
  }
}

/** Countries that a count names, or that belong to a closed group which it names. */
function listCountries(ledger: Ledger, { countries }: Register, groups: Groups): NamedTarget[] {
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
function listRegions({ countries, groups }: Register): NamedTarget[] {
  const codes = new Set(countries.map(({ region }) => `M49:${region}`));
  return toTargets(groups.filter((group) => codes.has(group.code) && !isOpenGroup(group)));
}

/** Groups that a count names as recipients. */
function listGroups(ledger: Ledger, { groups }: Register): NamedTarget[] {
  const named = new Set(listTaken(ledger).flatMap(({ count }) => count.recipients.map((it) => it.groupId)));
  return toTargets(groups.filter(({ id }) => named.has(id)));
}

function toTargets(groups: Register['groups']): NamedTarget[] {
  return groups.map((group) => ({ key: group.slug, label: group.name, target: { kind: 'GROUP', group } }));
}
