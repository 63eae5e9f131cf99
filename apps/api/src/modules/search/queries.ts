import { Prisma } from '@muster/db';
import type { Context } from '../../context.ts';
import { InputError } from '../../errors.ts';
import { writeNodeId } from '../../node-id.ts';
import { findNodesById, type NodeRow } from '../node/queries.ts';
import { fold, toPattern } from './pattern.ts';
import { ownWords, PLACES, type Place } from './places.ts';
import { readTerms, type Term } from './terms.ts';

type Days = NonNullable<Term['days']>;

const LONGEST_TEXT = 200;
const MOST_RESULTS = 100;

/** Records that hold every term of the text, best first: one statement, and one per kind of record found. */
export async function search(ctx: Context, text: string, first: number): Promise<NodeRow[]> {
  if (first < 1 || first > MOST_RESULTS) {
    throw new InputError('first', `${first} is not a number of results; give 1 to ${MOST_RESULTS}`);
  }
  if (text.length > LONGEST_TEXT) throw new InputError('text', `give at most ${LONGEST_TEXT} characters`);
  const terms = readTerms(text);
  if (terms.length === 0) return [];
  const parts = PLACES.map((place) => placeSql(place, terms, `^${toPattern(fold(text).trim())}$`, ctx.today));
  const statement = Prisma.sql`
    SELECT type, key FROM (${Prisma.join(parts, ' UNION ALL ')}) AS found
    ORDER BY score DESC, day DESC NULLS LAST, key LIMIT ${first}`;
  const found = await ctx.db.query<{ type: string; key: string }>(statement.text, statement.values);
  const ids = found.map(({ type, key }) => writeNodeId(type, key));
  const nodes = await findNodesById(ctx, ids);
  return ids.flatMap((id) => nodes.get(id) ?? []);
}

function placeSql(place: Place, terms: Term[], whole: string, today: string): Prisma.Sql {
  const isWhole = Prisma.sql`CASE WHEN ${place.name} ~* ${whole} THEN 100 ELSE 0 END`;
  const scores = terms.map((term) => scoreSql(place, term));
  const matches = terms.map((term) => matchSql(place, term));
  return Prisma.sql`
    SELECT ${place.type}::text AS type, ${place.key}::text AS key, ${place.day} AS day,
      ${place.weight}::int + ${isWhole} + ${Prisma.join(scores, ' + ')} AS score
    FROM ${place.table} AS r WHERE ${place.visible(today)} AND ${Prisma.join(matches, ' AND ')}`;
}

function matchSql(place: Place, { pattern, figure, days }: Term): Prisma.Sql {
  const ways = [
    ...(pattern === null ? [] : [Prisma.sql`${ownWords(place)} ~* ${pattern}`, ...namedSql(place, pattern)]),
    ...(figure === null ? [] : [place.holds(figure)]),
    ...(days === null ? [] : place.days.map((day) => withinSql(day, days))),
  ];
  return ways.length > 0 ? Prisma.sql`(${Prisma.join(ways, ' OR ')})` : Prisma.sql`FALSE`;
}

function namedSql({ named }: Place, pattern: string): Prisma.Sql[] {
  return named.map(
    ({ column, keys, words }) => Prisma.sql`${column} IN (SELECT ${keys} WHERE ${words} ~* ${pattern})`,
  );
}

/** A date is found by no more than it tells: what is of September 2024 is of none of its days. */
function withinSql({ day, precision }: Place['days'][number], { from, until, finest }: Days): Prisma.Sql {
  const precisions = { DAY: ['DAY'], MONTH: ['DAY', 'MONTH'], YEAR: ['DAY', 'MONTH', 'YEAR'] }[finest];
  return Prisma.sql`(${day} >= ${from}::date AND ${day} < ${until}::date AND ${precision}::text = ANY(${precisions}))`;
}

function scoreSql(place: Place, { pattern, figure, days }: Term): Prisma.Sql {
  const cases = [
    ...(figure === null ? [] : [Prisma.sql`WHEN ${place.holds(figure)} THEN 12`]),
    ...(days === null
      ? []
      : place.days.slice(0, 1).map((day) => Prisma.sql`WHEN ${withinSql(day, days)} THEN 10`)),
    ...(pattern === null ? [] : [Prisma.sql`WHEN ${place.name} ~* ${pattern} THEN 8`]),
  ];
  return cases.length > 0 ? Prisma.sql`CASE ${Prisma.join(cases, ' ')} ELSE 1 END` : Prisma.sql`1`;
}
