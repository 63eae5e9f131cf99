import type { Context } from '../../../context.ts';
import { countDays, writeDay } from '../../totals/calendar.ts';
import { findFulfilments } from '../../totals/queries.ts';
import { judgeStanding } from '../../totals/standing.ts';
import { type Finding, makeFinding, nameRecord, toHead } from '../finding.ts';
import {
  findClaimsWithoutWords,
  findClosedPromises,
  findTwins,
  TWIN_DAYS,
  type TwinRow,
} from '../queries/records.ts';
import { compareTitles } from '../trigrams.ts';
import { writeCounted, writeMany } from '../words.ts';

export async function findSilentWindows(ctx: Context, limit: number): Promise<Finding[]> {
  const { db, today } = ctx;
  const silent = await findClosedPromises(db, today, false, limit);
  // A report may have been replaced, or not be known yet: those are judged as their pages do it.
  const reported = await findClosedPromises(db, today, true, limit);
  const fulfilments = await findFulfilments(
    ctx,
    reported.map(({ head }) => head.id),
  );
  const replaced = reported.filter(({ head }) => {
    const fulfilment = fulfilments.get(head.id);
    return fulfilment && judgeStanding(fulfilment, today, today)?.verdict === 'UNREPORTED';
  });
  return [...silent, ...replaced].map(({ head: row, unit, perYear, endedOn, ...quantity }) => {
    const head = toHead(row);
    const days = countDays(endedOn, today);
    return makeFinding('SILENT_WINDOW', {
      sentence: `${nameRecord(head)} promised ${writeCounted(quantity, unit)}${perYear ? ' a year' : ''} until ${writeDay(endedOn)}; no source reports on it, for ${writeMany(days, 'day')} now.`,
      records: [head],
      since: endedOn,
      weight: days,
    });
  });
}

export async function findWordlessClaims({ db }: Context, limit: number): Promise<Finding[]> {
  return (await findClaimsWithoutWords(db, limit)).map(({ head: row, unit, low, high, ...claim }) => {
    const head = toHead(row);
    const told =
      low === null || high === null ? 'tells no number' : `tells ${writeCounted({ low, high }, unit)}`;
    return makeFinding('CLAIM_WITHOUT_FRAGMENT', {
      sentence: `Claim ${claim.position + 1} of ${nameRecord(head)} ${told} after “${claim.source}”, and none of its words are recorded.`,
      records: [head],
      part: `${claim.sourceId}-${claim.position}`,
      weight: high ?? 0,
    });
  });
}

/** Below, titles have little more in common than the words of the trade. */
const LIKENESS = 0.45;

/** How many pairs are read for each that may be told. */
const READ = 10;

export async function findNearDuplicates({ db }: Context, limit: number): Promise<Finding[]> {
  const alike = (await findTwins(db, limit * READ)).filter(
    ({ one, other }) => compareTitles(one.title, other.title) >= LIKENESS,
  );
  return alike.slice(0, limit).map(writeTwins);
}

function writeTwins({ one, other, provider, unit, low, high, days }: TwinRow): Finding {
  const [earlier, later] = [toHead(one), toHead(other)];
  const apart = days === 0 ? 'stated on the same day' : `stated ${writeMany(days, 'day')} apart`;
  return makeFinding('NEAR_DUPLICATE', {
    sentence: `${nameRecord(later)} and ${nameRecord(earlier)} both count ${writeCounted({ low, high }, unit)} by ${provider}, ${apart} (at most ${TWIN_DAYS}), under titles that are much alike; no link tells them apart.`,
    records: [later, earlier],
    weight: low,
  });
}
