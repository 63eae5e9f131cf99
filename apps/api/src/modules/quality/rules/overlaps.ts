import type { Context } from '../../../context.ts';
import type { Day } from '../../../days.ts';
import { writeDay } from '../../totals/calendar.ts';
import { writeNumber } from '../../totals/words.ts';
import { type Finding, makeFinding, nameRecord, toHead } from '../finding.ts';
import {
  findAddedCounts,
  findGroupMembers,
  findLinkedCounts,
  findLinksWithinKind,
  type OverlapRow,
} from '../queries/overlaps.ts';
import { writeCounted } from '../words.ts';
import { weighJudgements } from './gain.ts';

const CHUNK = 1_000;

interface Candidate extends OverlapRow {
  start: Day;
  end: Day;
  /** Null: anybody may be meant. */
  countries: ReadonlySet<string> | null;
}

/**
 * Pairs of counts of one kind and provider that share a day, may share recipients and have no link, where a link would lower
 * the public total. Read the largest first: a pair moves a total by what its smaller count has, so those read first weigh most
 * and reading stops at `limit`.
 */
export async function findUnjudgedOverlaps(ctx: Context, limit: number): Promise<Finding[]> {
  const links = await findLinksWithinKind(ctx.db);
  const judged = new Set(links.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const weigh = weighJudgements(await findLinkedCounts(ctx.db), links);
  const members = await findGroupMembers(ctx.db);
  const blocks = new Map<string, Candidate[]>();
  const findings: Finding[] = [];
  for (let offset = 0; findings.length < limit; offset += CHUNK) {
    const rows = await findAddedCounts(ctx.db, offset, CHUNK);
    for (const row of rows) {
      const count = toCandidate(row, members);
      const own = row.providers.map(({ id }) => blockOf(blocks, `${row.kind} ${id}`));
      for (const larger of new Set(own.flat())) {
        if (!canShare(count, larger) || judged.has(`${count.slug} ${larger.slug}`)) continue;
        const gain = weigh(count, larger);
        if (gain > 0) findings.push(writeOverlap(count, larger, gain));
      }
      for (const block of own) block.push(count);
      if (findings.length >= limit) break;
    }
    if (rows.length < CHUNK) break;
  }
  return findings.sort((one, other) => other.weight - one.weight).slice(0, limit);
}

function blockOf(blocks: Map<string, Candidate[]>, name: string): Candidate[] {
  const block = blocks.get(name) ?? [];
  blocks.set(name, block);
  return block;
}

function toCandidate(row: OverlapRow, members: ReadonlyMap<number, string[]>): Candidate {
  return {
    ...row,
    start: row.windowStart ?? '0000-01-01',
    end: row.windowEndLatest ?? row.windowEnd ?? '9999-12-31',
    countries: findCountries(row, members),
  };
}

function findCountries({ scope, recipients }: OverlapRow, members: ReadonlyMap<number, string[]>) {
  const lists = recipients.map(({ iso3, groupId }) => (iso3 === null ? members.get(groupId ?? 0) : [iso3]));
  const isTold = (scope === 'NAMED' || scope === 'GROUP') && lists.length > 0;
  return isTold && lists.every((list) => list !== undefined) ? new Set(lists.flat()) : null;
}

function canShare(one: Candidate, other: Candidate): boolean {
  if (one.start >= other.end || other.start >= one.end) return false;
  const { countries } = other;
  if (one.countries === null || countries === null) return true;
  return [...one.countries].some((iso3) => countries.has(iso3));
}

function writeOverlap(smaller: Candidate, larger: Candidate, gain: number): Finding {
  const shared = smaller.providers.filter(({ id }) => larger.providers.some((other) => other.id === id));
  const [from, to] = [toHead(smaller), toHead(larger)];
  const verb = smaller.kind === 'COMMITMENT' ? 'promised' : 'reported';
  return makeFinding('UNJUDGED_OVERLAP', {
    sentence: `${nameRecord(from)} (${writeCounted(smaller, smaller.unit)}${writeRate(smaller)}) and ${nameRecord(to)} (${writeCounted(larger, larger.unit)}${writeRate(larger)}), both by ${shared[0]?.name}, ${writeShared(smaller, larger)} and may mean the same people; no link says whether they do. If they do, the fewest ${verb} fall by ${writeNumber(gain)}.`,
    records: [from, to],
    weight: gain,
    moves: Math.ceil(gain),
  });
}

const writeRate = ({ rate }: OverlapRow) => (rate ? ' a year' : '');

function writeShared(one: Candidate, other: Candidate): string {
  const from = one.start > other.start ? one.start : other.start;
  const until = one.end < other.end ? one.end : other.end;
  if (from === '0000-01-01') return until === '9999-12-31' ? 'tell no days' : `run until ${writeDay(until)}`;
  if (until === '9999-12-31') return `are open from ${writeDay(from)} on`;
  return `share the days from ${writeDay(from)} until ${writeDay(until)}`;
}
