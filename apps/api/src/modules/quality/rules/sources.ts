import type { Context } from '../../../context.ts';
import { writeDay } from '../../totals/calendar.ts';
import { type Finding, makeFinding, nameRecord, type RecordHead } from '../finding.ts';
import { findDerived, findUnarchived, type LineageRow, type SourceRow } from '../queries/records.ts';
import { writeMany } from '../words.ts';

export async function findSourcesWithoutArchive({ db }: Context, limit: number): Promise<Finding[]> {
  return (await findUnarchived(db, limit)).map((row) => {
    const where = row.host === null ? 'Neither an address nor an archived copy' : 'No archived copy';
    const of = row.host === null ? '' : ` of the page at ${row.host}`;
    return makeFinding('SOURCE_WITHOUT_ARCHIVE', {
      sentence: `${where}${of} is recorded for ${nameRecord(row)}; ${writeRest(row)}.`,
      records: [toSourceHead(row)],
      weight: row.claims,
    });
  });
}

export async function findOddLineages({ db }: Context, limit: number): Promise<Finding[]> {
  const rows = await findDerived(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows
    .flatMap((row) => {
      const trouble = describeTrouble(row, byId);
      if (trouble === null) return [];
      const sentence = `${nameRecord(row)} ${trouble}; ${writeRest(row)}.`;
      return makeFinding('ODD_LINEAGE', { sentence, records: [toSourceHead(row)], weight: row.claims });
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, limit);
}

function describeTrouble(row: LineageRow, byId: ReadonlyMap<number, LineageRow>): string | null {
  const { isRewrite, derivedFromId, derivedFromNote, publishedBy, originFrom } = row;
  if (derivedFromId === null) {
    return isRewrite && !derivedFromNote?.trim() ? 'is called a rewrite, and nothing says of what' : null;
  }
  const cycle = findCycle(row, byId);
  if (cycle) return `derives from itself, by way of ${cycle.map(nameRecord).join(' and ')}`;
  if (publishedBy === null || originFrom === null || publishedBy >= originFrom) return null;
  return `was published by ${writeDay(publishedBy)}, and is said to derive from what was published on ${writeDay(originFrom)} at the earliest`;
}

/** The others on the way from a source back to itself; null where there is none. */
function findCycle(row: LineageRow, byId: ReadonlyMap<number, LineageRow>): LineageRow[] | null {
  const way: LineageRow[] = [];
  let next = byId.get(row.derivedFromId ?? 0);
  while (next && next.id !== row.id) {
    if (way.includes(next)) return null;
    way.push(next);
    next = byId.get(next.derivedFromId ?? 0);
  }
  return next ? way : null;
}

function writeRest({ claims }: SourceRow): string {
  return claims === 0 ? 'no claim rests on it' : `${writeMany(claims, 'claim rests', 'claims rest')} on it`;
}

function toSourceHead({ id, slug, title, stamp }: SourceRow): RecordHead {
  return { id, entity: 'Source', slug, title, stamp, changedOn: null };
}
