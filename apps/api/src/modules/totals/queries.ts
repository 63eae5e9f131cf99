import type { Context } from '../../context.ts';
import type { Day } from '../../days.ts';
import type {
  Named,
  Quantity,
  RecordedCount,
  RecordedCountry,
  RecordedGroup,
  RecordedLink,
  RecordedWindow,
  Register,
} from './record.ts';

/** What to read beside counts and links. */
export interface Reach {
  /** The words that a text filter looks through. */
  words: boolean;
  /** Groups with their members, and countries. */
  places: boolean;
  /** Only the counts that may be counted twice, or replaced, for a link to another published one; and those links. */
  linkedOnly: boolean;
}

type CountColumns = Omit<RecordedCount, 'quantity' | 'window'> & {
  quantityLow: number | null;
  quantityHigh: number | null;
  windowStart: string | null;
  windowEnd: string | null;
  windowEndLatest: string | null;
};

interface Names {
  programs: Named[];
  providers: Named[];
  countries: RecordedCountry[] | null;
  groups: RecordedGroup[] | null;
}

const SHARE = `CASE WHEN r.share_low IS NULL THEN NULL
  ELSE json_build_object('low', r.share_low, 'high', r.share_high) END`;

/** Published counts, read with their parts; `isWanted`, a condition on a column of ids, spares those of all others. */
const selectCounts = (isWanted?: (column: string) => string) => {
  const among = (column: string, word: 'WHERE' | 'AND') => (isWanted ? `${word} ${isWanted(column)}` : '');
  return `
  SELECT c.id, c.slug, c.title, c.kind, c.unit, c.measure, c.audience, c.voice, c.rate, c.status,
    c.quantity_low AS "quantityLow", c.quantity_high AS "quantityHigh",
    c.window_start AS "windowStart", c.window_end AS "windowEnd", c.window_end_latest AS "windowEndLatest",
    c.window_start_precision AS "windowStartPrecision", c.window_end_precision AS "windowEndPrecision",
    c.stated_on AS "statedOn", c.stated_on_precision AS "statedOnPrecision", c.known_on AS "knownOn",
    (c.published_at AT TIME ZONE 'UTC')::date AS "publishedOn", c.confidence, c.recipient_scope AS "recipientScope",
    CASE WHEN p.id IS NOT NULL THEN json_build_object('slug', p.slug, 'name', p.name) END AS program,
    coalesce(pr.list, '[]'::json) AS providers, coalesce(re.list, '[]'::json) AS recipients,
    CASE WHEN $1::boolean THEN json_build_array(c.title, coalesce(c.recipients_stated, ''), c.audience_stated,
      coalesce(c.stated_by, ''), coalesce(c.note, '')) END AS words
  FROM "count" c
  LEFT JOIN program p ON p.id = c.program_id
  LEFT JOIN (
    SELECT cp.count_id,
      json_agg(json_build_object('slug', v.slug, 'name', v.name, 'iso3', v.country_iso3) ORDER BY cp.position) AS list
    FROM count_provider cp JOIN provider v ON v.id = cp.provider_id ${among('cp.count_id', 'WHERE')} GROUP BY cp.count_id
  ) pr ON pr.count_id = c.id
  LEFT JOIN (
    SELECT r.count_id,
      json_agg(json_build_object('iso3', r.country_iso3, 'groupId', r.group_id, 'share', ${SHARE}) ORDER BY r.position)
        AS list
    FROM count_recipient r ${among('r.count_id', 'WHERE')} GROUP BY r.count_id
  ) re ON re.count_id = c.id
  WHERE c.state = 'PUBLISHED' ${among('c.id', 'AND')}
  ORDER BY c.known_on, c.slug`;
};

const LINKS = `
  SELECT f.slug AS "from", t.slug AS "to", l.relation, l.basis
  FROM link l
  JOIN "count" f ON f.id = l.from_id AND f.state = 'PUBLISHED'
  JOIN "count" t ON t.id = l.to_id AND t.state = 'PUBLISHED'`;

const HOLDING = `
  SELECT l.from_id AS "fromId", l.to_id AS "toId", l.relation, l.basis FROM link l
  WHERE l.relation IN ('PART_OF', 'MAY_BE_PART_OF', 'SAME_AS', 'SUPERSEDES') ORDER BY l.id`;

const NAMES = `
  SELECT
    (SELECT coalesce(json_agg(json_build_object('slug', slug, 'name', name)), '[]') FROM program) AS programs,
    (SELECT coalesce(json_agg(json_build_object('slug', slug, 'name', name)), '[]') FROM provider) AS providers,
    CASE WHEN $1::boolean THEN (
      SELECT json_agg(json_build_object('iso3', iso3, 'name', name,
        'region', region_m49))
      FROM country
    ) END AS countries,
    CASE WHEN $1::boolean THEN (
      SELECT json_agg(json_build_object('id', g.id, 'slug', g.slug, 'code', g.code, 'name', g.name,
        'members', coalesce(m.list, '[]'::json)))
      FROM country_group g
      LEFT JOIN (
        SELECT group_id, json_agg(json_build_object('iso3', country_iso3, 'since', since, 'until', until)) AS list
        FROM group_membership GROUP BY group_id
      ) m ON m.group_id = g.id
    ) END AS groups`;

const registers = new WeakMap<Context, Map<string, Promise<Register>>>();

/** What totals rest on, in a handful of statements; read once per request. */
export function loadRegister(ctx: Context, reach: Reach): Promise<Register> {
  const known = registers.get(ctx) ?? new Map<string, Promise<Register>>();
  registers.set(ctx, known);
  const key = JSON.stringify([reach.words, reach.places, reach.linkedOnly]);
  const register = known.get(key) ?? readRegister(ctx, reach);
  known.set(key, register);
  return register;
}

async function readRegister({ db }: Context, { words, places, linkedOnly }: Reach): Promise<Register> {
  const [{ counts, links }, [names]] = await Promise.all([
    linkedOnly ? readLinked(db, words) : readAll(db, words),
    db.query<Names>(NAMES, [places]),
  ]);
  return {
    counts,
    links,
    programs: names?.programs ?? [],
    providers: names?.providers ?? [],
    groups: names?.groups ?? [],
    countries: names?.countries ?? [],
  };
}

type Counted = Pick<Register, 'counts' | 'links'>;

async function readAll(db: Context['db'], words: boolean): Promise<Counted> {
  const [counts, links] = await Promise.all([
    db.query<CountColumns>(selectCounts(), [words]),
    db.query<RecordedLink>(`${LINKS} ORDER BY l.id`),
  ]);
  return { counts: counts.map(toRecordedCount), links };
}

// Ids first: asked for both at once, the database reads its way through all counts several times.
async function readLinked(db: Context['db'], words: boolean): Promise<Counted> {
  const holding = await db.query<Pick<RecordedLink, 'relation' | 'basis'> & { fromId: number; toId: number }>(
    HOLDING,
  );
  const ids = [...new Set(holding.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const rows = await db.query<CountColumns>(
    selectCounts((column) => `${column} = ANY($2::int[])`),
    [words, ids],
  );
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  const linked = new Set<string>();
  const links = holding.flatMap(({ fromId, toId, ...link }) => {
    const [from, to] = [slugs.get(fromId), slugs.get(toId)];
    // A link to what is not published says nothing.
    if (from === undefined || to === undefined) return [];
    linked.add(from).add(to);
    return [{ from, to, ...link }];
  });
  return { counts: rows.filter(({ slug }) => linked.has(slug)).map(toRecordedCount), links };
}

/** A commitment, the counts that are linked to it as its fulfilment, and those that replace them. */
export interface Fulfilment {
  commitment: RecordedCount;
  reports: { report: RecordedCount; isStated: boolean; successors: RecordedCount[] }[];
  /** Links of the commitments and reports that were read together. */
  links: RecordedLink[];
}

/** What reports on each commitment, by id: three statements however many there are. */
export async function findFulfilments(
  { db }: Context,
  ids: readonly number[],
): Promise<Map<number, Fulfilment>> {
  const rows = await db.query<CountColumns>(
    selectCounts(
      (column) => `${column} IN (SELECT unnest($2::int[])
      UNION SELECT from_id FROM link WHERE relation = 'FULFILS' AND to_id = ANY($2::int[])
      UNION SELECT s.from_id FROM link s JOIN link f ON f.from_id = s.to_id
        WHERE s.relation = 'SUPERSEDES' AND f.relation = 'FULFILS' AND f.to_id = ANY($2::int[]))`,
    ),
    [false, [...ids]],
  );
  const links = await db.query<RecordedLink>(
    `${LINKS} WHERE l.from_id = ANY($1::int[]) AND l.to_id = ANY($1::int[]) ORDER BY l.id`,
    [rows.map(({ id }) => id)],
  );
  const counts = new Map(rows.map((row) => [row.slug, toRecordedCount(row)]));
  const replacing = links.filter(({ relation }) => relation === 'SUPERSEDES');
  const successorsOf = (slug: string) =>
    replacing.flatMap(({ from, to }) => (to === slug ? (counts.get(from) ?? []) : []));
  const fulfilments = new Map<number, Fulfilment>();
  for (const commitment of counts.values()) {
    const reports = links.flatMap(({ from, to, relation, basis }) => {
      const report = relation === 'FULFILS' && to === commitment.slug ? counts.get(from) : undefined;
      return report ? [{ report, isStated: basis === 'STATED', successors: successorsOf(from) }] : [];
    });
    fulfilments.set(commitment.id, { commitment, reports, links });
  }
  return fulfilments;
}

/** Ids of the promises on which a verdict can be given: made with a number, and known by the day. */
export async function findPromiseIds({ db }: Context, knownOn: Day): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `SELECT id FROM "count" WHERE kind = 'COMMITMENT' AND state = 'PUBLISHED' AND status IN ('ANNOUNCED', 'SIGNED')
      AND quantity_low IS NOT NULL AND known_on <= $1::date ORDER BY id`,
    [knownOn],
  );
  return rows.map(({ id }) => id);
}

function toRecordedCount(columns: CountColumns): RecordedCount {
  const { quantityLow, quantityHigh, windowStart, windowEnd, windowEndLatest, ...count } = columns;
  const quantity: Quantity | null =
    quantityLow === null || quantityHigh === null ? null : { low: quantityLow, high: quantityHigh };
  const window: RecordedWindow = { start: windowStart, end: windowEnd, endLatest: windowEndLatest };
  return { ...count, quantity, window };
}
