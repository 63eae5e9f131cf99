import { type Link, totalAt } from '@muster/accounting';
import type { Unit } from '@muster/db';
import type { Context } from '../../../context.ts';
import { writeNumber, writeQuantity } from '../../totals/words.ts';
import { type Finding, makeFinding, nameRecord, toHead } from '../finding.ts';
import {
  findConfusedUnits,
  findContradictions,
  findLargerParts,
  findLinksAmong,
  findOffHull,
  findPartsOfSums,
  findShares,
  type PartRow,
} from '../queries/arithmetic.ts';
import { writeCounted } from '../words.ts';

/** Each finds the gravest of its kind, at most `limit`. */
export async function findPartsLargerThanWholes({ db }: Context, limit: number): Promise<Finding[]> {
  return (await findLargerParts(db, limit)).map(({ part, whole, unit }) => {
    const [head, other] = [toHead(part), toHead(whole)];
    const excess = part.low - whole.high;
    return makeFinding('PART_LARGER_THAN_WHOLE', {
      sentence: `${nameRecord(head)} counts ${writeCounted(part, unit)} and is part of ${nameRecord(other)}, which counts ${writeCounted(whole, unit)}: ${writeNumber(excess)} more than the whole.`,
      records: [head, other],
      weight: excess,
    });
  });
}

const ALL_TIME = { at: '1900-01-02', schedule: 'AT_START', knownOn: '1900-01-01' } as const;
const WINDOW = { start: '1900-01-01', end: '1900-01-02' };

export async function findPartsOffSums({ db }: Context, limit: number): Promise<Finding[]> {
  const sums = Map.groupBy(await findPartsOfSums(db), ({ whole }) => whole.id);
  const links = await findLinksAmong(db, [...new Set([...sums.values()].flat().map(({ part }) => part.id))]);
  const findings = [...sums.values()].flatMap((parts) => checkSum(parts, links) ?? []);
  return findings.sort((one, other) => other.weight - one.weight).slice(0, limit);
}

/** What the parts come to as distinct people, against the sum that is told of them. */
function checkSum(rows: PartRow[], links: { from: string; to: string; relation: string }[]): Finding | null {
  const [first] = rows;
  if (!first) return null;
  const { whole, unit } = first;
  const parts = rows.map(({ part }) => part);
  const present = new Set(parts.map(({ slug }) => slug));
  const inside = links.filter(
    (link): link is Link =>
      present.has(link.from) &&
      present.has(link.to) &&
      ['PART_OF', 'MAY_BE_PART_OF', 'SAME_AS', 'SUPERSEDES'].includes(link.relation),
  );
  const figures = parts.map(({ slug, low, high }) => ({
    id: slug,
    quantity: { low, high },
    window: WINDOW,
    knownOn: ALL_TIME.knownOn,
  }));
  const { low, high } = totalAt(figures, inside, ALL_TIME);
  if (low <= whole.high && high >= whole.low) return null;
  const sum = toHead(whole);
  const difference = low > whole.high ? low - whole.high : whole.low - high;
  const told = `The ${parts.length} parts of ${nameRecord(sum)} come to ${writeCounted({ low, high }, unit)}`;
  const side = low > whole.high ? 'more' : 'fewer';
  return makeFinding('PARTS_OFF_SUM', {
    sentence: `${told}; the sum says ${writeQuantity(whole)}: the parts are ${writeNumber(difference)} ${side}.`,
    records: [sum, ...parts.map(toHead)],
    weight: difference,
  });
}

export async function findSharesOffTotals({ db }: Context, limit: number): Promise<Finding[]> {
  return (await findShares(db, limit)).map(({ head: row, unit, sharesLow, sharesHigh, shared, ...total }) => {
    const head = toHead(row);
    const shares = { low: sharesLow, high: sharesHigh };
    const isMore = sharesLow > total.high;
    const difference = isMore ? sharesLow - total.high : total.low - sharesHigh;
    const whose = shared === 1 ? 'The share of one recipient' : `The shares of ${shared} recipients`;
    return makeFinding('SHARES_OFF_TOTAL', {
      sentence: `${whose} in ${nameRecord(head)} ${shared === 1 ? 'comes' : 'come'} to ${writeCounted(shares, unit)}, ${writeNumber(difference)} ${isMore ? 'more' : 'fewer'} than its total of ${writeQuantity(total)}.`,
      records: [head],
      weight: difference,
    });
  });
}

export async function findContradictingClaims({ db }: Context, limit: number): Promise<Finding[]> {
  return (await findContradictions(db, limit)).map(({ head: row, unit, atLeast, atMost }) => {
    const head = toHead(row);
    return makeFinding('CLAIMS_CONTRADICT', {
      sentence: `Of the preferred claims of ${nameRecord(head)} one tells of at least ${writeCount(atLeast, unit)} and another of at most ${writeNumber(atMost)}: they cannot both be preferred.`,
      records: [head],
      weight: atLeast - atMost,
    });
  });
}

export async function findQuantitiesOffClaims({ db }: Context, limit: number): Promise<Finding[]> {
  return (await findOffHull(db, limit)).map(({ head: row, unit, low, high, hullLow, hullHigh }) => {
    const head = toHead(row);
    const own = writeOptional(low, high, unit);
    const told = writeOptional(hullLow, hullHigh, unit);
    return makeFinding('QUANTITY_OFF_CLAIMS', {
      sentence: `${nameRecord(head)} counts ${own}; its claims of best rank tell ${told}. Saving it computes the number anew.`,
      records: [head],
      weight: Math.abs((high ?? 0) - (hullHigh ?? 0)) + Math.abs((low ?? 0) - (hullLow ?? 0)),
    });
  });
}

function writeOptional(low: number | null, high: number | null, unit: Unit): string {
  return low === null || high === null ? 'no number' : writeCounted({ low, high }, unit);
}

const writeCount = (count: number, unit: Unit) => writeCounted({ low: count, high: count }, unit);

export async function findUnitsConfused({ db }: Context, limit: number): Promise<Finding[]> {
  return (await findConfusedUnits(db, limit)).map(({ head: row, unit, measure, high }) => {
    const head = toHead(row);
    return makeFinding('UNIT_CONFUSED', {
      sentence: `${nameRecord(head)} has the unit ${unit} and the measure ${measure}: PLACES and COURSES are both or neither.`,
      records: [head],
      weight: high ?? 0,
    });
  });
}
