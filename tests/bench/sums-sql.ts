// The best SQL found by hand for the numbers of `totals`, `series` and `breakdown` over generated records: one pass over
// the counts, summed by window, and the shares of days taken of those sums. It holds for what the generator makes
// and no further: linked counts are stars of one whole with its parts, pairs told twice, and pairs of old and new.

const RELATED = `
  related AS (
    SELECT from_id AS id FROM link WHERE relation IN ('PART_OF', 'MAY_BE_PART_OF', 'SAME_AS', 'SUPERSEDES')
    UNION SELECT to_id FROM link WHERE relation IN ('PART_OF', 'MAY_BE_PART_OF', 'SAME_AS', 'SUPERSEDES')
  )`;

/** What takes part as known on $1; `e` is the earliest reading of the end, `l` the latest. */
const TAKEN = `
  taken AS NOT MATERIALIZED (
    SELECT id, slug, kind, program_id, rate, quantity_low AS low, quantity_high AS high, stated_on, known_on,
      window_start AS s, window_end AS e, coalesce(window_end_latest, window_end) AS l
    FROM "count"
    WHERE state = 'PUBLISHED' AND known_on <= $1::date AND unit = 'PEOPLE' AND measure = 'TRAINEES'
      AND quantity_low IS NOT NULL AND (window_end IS NOT NULL OR (kind = 'COMMITMENT' AND rate IS NULL))
      AND (kind = 'REPORTED_TOTAL' OR status IN ('ANNOUNCED', 'SIGNED'))
  )`;

/** Linked counts, each a whole (W), a certain part (P) or a possible part (M) of its component. */
const LINKED = `
  present AS MATERIALIZED (SELECT * FROM taken WHERE id IN (SELECT id FROM related)),
  linked AS (
    SELECT t.kind, t.program_id, t.s, t.e, t.known_on, t.stated_on, coalesce(star.to_id, t.id) AS component,
      CASE star.relation WHEN 'PART_OF' THEN 'P' WHEN 'MAY_BE_PART_OF' THEN 'M' ELSE 'W' END AS role,
      least(t.low, twin.low) AS low, greatest(t.high, twin.high) AS high
    FROM present t
    LEFT JOIN link star ON star.from_id = t.id AND star.relation IN ('PART_OF', 'MAY_BE_PART_OF')
    LEFT JOIN link same ON same.relation = 'SAME_AS' AND t.id IN (same.from_id, same.to_id)
    LEFT JOIN present twin ON twin.id = same.from_id + same.to_id - t.id
    WHERE (twin.id IS NULL OR (t.known_on, t.slug) < (twin.known_on, twin.slug))
      AND NOT EXISTS (
        SELECT FROM link newer JOIN present n ON n.id = newer.from_id
        WHERE newer.relation = 'SUPERSEDES' AND newer.to_id = t.id)
  )`;

const UNLINKED = 'taken WHERE id NOT IN (SELECT id FROM related)';

/** Years of a yearly rate; generated ones have whole years. */
const times = (end: string) =>
  `CASE WHEN rate IS NULL THEN 1 ELSE extract(year FROM age(${end}, s))::int END`;
/** The share of a window that lies before $2; none of an open one. */
const before = (end: string) =>
  `CASE WHEN ${end} IS NULL THEN 0 ELSE least(1, greatest(0, $2::date - s)::float8 / (${end} - s)) END`;
/** The share of a window that lies within a year `y`. */
const within = (end: string) =>
  `greatest(0, least(make_date(y + 1, 1, 1), ${end}) - greatest(make_date(y, 1, 1), s))::float8 / (${end} - s)`;
/** The share of a window that lies before the end of a year `y`. */
const until = (end: string) => `least(1, greatest(0, make_date(y + 1, 1, 1) - s)::float8 / (${end} - s))`;

const read = (name: string, share: (end: string) => string) =>
  ['e', 'l']
    .map(
      (end) => `sum(low * (${times(end)}) * ${share(end)}) AS ${name}_low_${end},
      sum(high * (${times(end)}) * ${share(end)}) AS ${name}_high_${end}`,
    )
    .join();

/** The fewest and the most of one component, its members weighed by `share`. */
const nest = (name: string, share: string) => {
  const sum = (bound: string, roles: string) =>
    `coalesce(sum(${bound} * ${share}) FILTER (WHERE role IN (${roles})), 0)`;
  return `greatest(${sum('low', "'W'")}, ${sum('low', "'P', 'M'")}) AS ${name}_low,
    ${sum('high', "'M'")} + greatest(${sum('high', "'W'")}, ${sum('high', "'P'")}) AS ${name}_high`;
};

const whole = (value: string, round: 'floor' | 'ceil') => `${round}(round((${value})::numeric, 6))::bigint`;
const range = (low: string, high: string) =>
  `json_build_object('low', ${whole(low, 'floor')}, 'high', ${whole(high, 'ceil')})`;

/** Low and high of a column of unlinked sums, the hull of its two readings, and of the linked ones. */
const bound = (name: string, side: 'low' | 'high', filter = '') => {
  const pick = side === 'low' ? 'least' : 'greatest';
  const sum = (column: string) => `coalesce(sum(${column}) ${filter}, 0)`;
  return `${pick}(${sum(`${name}_${side}_e`)}, ${sum(`${name}_${side}_l`)})`;
};

/** Sums of everything by an expression `key`, as of the day $2: the columns pledged, due and reported, low and high. */
function sumByKey(key: string): string {
  const columns = (of: string, kind: string, name: string) =>
    (['low', 'high'] as const)
      .map((side) => {
        const filter = `FILTER (WHERE kind = '${kind}')`;
        const linked = `coalesce((sum(linked_${of}_${side}) ${filter}), 0)`;
        return `${bound(of, side, filter)} + ${linked} AS ${name}_${side}`;
      })
      .join();
  return `
    grouped AS (
      SELECT kind, ${key} AS key, rate, s, e, l, sum(low) AS low, sum(high) AS high,
        max(known_on) FILTER (WHERE stated_on IS NOT NULL AND s < $2::date) AS told
      FROM ${UNLINKED} GROUP BY 1, 2, 3, 4, 5, 6
    ),
    components AS (
      SELECT kind, ${key} AS key, component, ${nest('pledged', '1')}, ${nest('due', before('e'))},
        max(known_on) FILTER (WHERE stated_on IS NOT NULL AND s < $2::date) AS told
      FROM linked GROUP BY 1, 2, 3
    ),
    parts AS (
      SELECT kind, key, ${read('pledged', () => '1')}, ${read('due', before)},
        0 AS linked_pledged_low, 0 AS linked_pledged_high, 0 AS linked_due_low, 0 AS linked_due_high, max(told) AS told
      FROM grouped GROUP BY 1, 2
      UNION ALL
      SELECT kind, key, 0, 0, 0, 0, 0, 0, 0, 0,
        sum(pledged_low), sum(pledged_high), sum(due_low), sum(due_high), max(told)
      FROM components GROUP BY 1, 2
    ),
    sums AS (
      SELECT key, ${columns('pledged', 'COMMITMENT', 'pledged')}, ${columns('due', 'COMMITMENT', 'due')},
        ${columns('due', 'REPORTED_TOTAL', 'reported')}, max(told) FILTER (WHERE kind = 'REPORTED_TOTAL') AS told
      FROM parts GROUP BY 1
    )`;
}

/** Values: known on, at. */
export const TOTALS_SQL = `
  WITH ${RELATED}, ${TAKEN}, ${LINKED}, ${sumByKey('NULL::int')}
  SELECT json_build_object('data', json_build_object('totals', json_build_object(
    'pledged', ${range('pledged_low', 'pledged_high')}, 'due', ${range('due_low', 'due_high')},
    'reported', ${range('reported_low', 'reported_high')},
    'gap', ${range('due_low - reported_high', 'due_high - reported_low')},
    'daysSinceLastReport', $2::date - told)))::text AS answer
  FROM sums`;

/** Values: known on, at. */
export const PROGRAMS_SQL = `
  WITH ${RELATED}, ${TAKEN}, ${LINKED}, ${sumByKey('program_id')},
  rounded AS (
    SELECT p.slug, coalesce(p.name, 'No program named') AS label, pledged_high, reported_high, json_build_object(
      'key', p.slug, 'label', coalesce(p.name, 'No program named'), 'pledged', ${range('pledged_low', 'pledged_high')},
      'due', ${range('due_low', 'due_high')}, 'reported', ${range('reported_low', 'reported_high')}) AS line
    FROM sums LEFT JOIN program p ON p.id = sums.key
  )
  SELECT json_build_object('data', json_build_object('breakdown', json_build_object(
    'rows', json_agg(line ORDER BY pledged_high DESC, reported_high DESC, label))))::text AS answer
  FROM rounded`;

const YEARS = 'generate_series(extract(year FROM $2::date)::int, extract(year FROM $3::date)::int - 1) AS y';

const cumulate = (name: string, kind: string, side: 'low' | 'high') => {
  const running = (end: string) => `sum(coalesce(${kind}.${name}_${side}_${end}, 0)) OVER (ORDER BY y)`;
  return `${side === 'low' ? 'least' : 'greatest'}(${running('e')}, ${running('l')})`;
};
const reading = (name: string, kind: string, side: 'low' | 'high') =>
  `${side === 'low' ? 'least' : 'greatest'}(coalesce(${kind}.${name}_${side}_e, 0), coalesce(${kind}.${name}_${side}_l, 0))`;
const yearRange = (plain: typeof cumulate, name: string, kind: string, nested: string) =>
  range(
    `${plain(name, kind, 'low')} + coalesce(${nested}_low, 0)`,
    `${plain(name, kind, 'high')} + coalesce(${nested}_high, 0)`,
  );

/** Values: known on, from, to; both ends on 1 January, with every window and day stated between them. */
export const SERIES_SQL = `
  WITH ${RELATED}, ${TAKEN}, ${LINKED},
  grouped AS (
    SELECT kind, extract(year FROM known_on)::int AS year, rate, s, e, l, sum(low) AS low, sum(high) AS high
    FROM ${UNLINKED} GROUP BY 1, 2, 3, 4, 5, 6
  ),
  stated AS (SELECT year, ${read('pledged', () => '1')} FROM grouped WHERE kind = 'COMMITMENT' GROUP BY 1),
  windows AS (
    SELECT kind, rate, s, e, l, sum(low) AS low, sum(high) AS high FROM grouped WHERE e IS NOT NULL GROUP BY 1, 2, 3, 4, 5
  ),
  due AS (
    SELECT kind, y AS year, ${read('due', within)}
    FROM windows, generate_series(extract(year FROM s)::int, extract(year FROM l - 1)::int) AS y GROUP BY 1, 2
  ),
  components AS (
    SELECT kind, component, year, ${nest('due', 'due')}, ${nest('whole', 'whole')}, ${nest('pledged', 'pledged')}
    FROM (
      SELECT kind, component, role, low, high, y AS year, ${within('e')} AS due, ${until('e')} AS whole,
        (extract(year FROM known_on) <= y)::int AS pledged
      FROM linked, ${YEARS} OFFSET 0
    ) weighed GROUP BY 1, 2, 3
  ),
  nested AS (
    SELECT kind, year, sum(due_low) AS due_low, sum(due_high) AS due_high, sum(whole_low) AS whole_low,
      sum(whole_high) AS whole_high, sum(pledged_low) AS pledged_low, sum(pledged_high) AS pledged_high
    FROM components GROUP BY 1, 2
  ),
  points AS (
    SELECT y, json_build_object('start', make_date(y, 1, 1), 'end', make_date(y + 1, 1, 1),
      'pledged', ${yearRange(cumulate, 'pledged', 'stated', 'promise.pledged')},
      'due', ${yearRange(reading, 'due', 'promised', 'promise.due')},
      'reported', ${yearRange(reading, 'due', 'told', 'report.due')},
      'cumulativeDue', ${yearRange(cumulate, 'due', 'promised', 'promise.whole')},
      'cumulativeReported', ${yearRange(cumulate, 'due', 'told', 'report.whole')}) AS point
    FROM ${YEARS}
    LEFT JOIN stated ON stated.year = y
    LEFT JOIN due promised ON promised.year = y AND promised.kind = 'COMMITMENT'
    LEFT JOIN due told ON told.year = y AND told.kind = 'REPORTED_TOTAL'
    LEFT JOIN nested promise ON promise.year = y AND promise.kind = 'COMMITMENT'
    LEFT JOIN nested report ON report.year = y AND report.kind = 'REPORTED_TOTAL'
  )
  SELECT json_build_object('data', json_build_object('series', json_build_object(
    'points', json_agg(point ORDER BY y))))::text AS answer
  FROM points`;
