import { codeOf, generateRows } from './generate.ts';
import type { Setting } from './places.ts';
import { PROGRAMS_SQL, SERIES_SQL, TOTALS_SQL } from './sums-sql.ts';

/** A question that the product and the floor both answer, with the same JSON below `data`. */
export interface Question {
  name: string;
  /** As the table calls it. */
  title: string;
  query: string;
  /** Statement of the floor. */
  sql: string;
  /** Of both, for the request of that number: variables of the query, values of the statement. */
  ask(request: number): { variables: Record<string, unknown>; values: unknown[] };
}

/** The record as it was known on this day is asked for: nearly all of it, and some not yet. */
export const KNOWN_ON = '2025-06-30';

const list: Question = {
  name: 'list',
  title: '50 newest counts with country and program',
  query: `query List($knownOn: Date) {
    commitments(first: 50, knownOn: $knownOn) {
      nodes {
        slug title knownOn statedOn { date precision } quantity { low high }
        program { slug name } recipients { country { iso3 name } group { slug name } }
      }
    }
  }`,
  sql: `
    SELECT json_build_object('data', json_build_object('commitments', json_build_object('nodes',
      coalesce(json_agg(node), '[]'))))::text AS answer
    FROM (
      SELECT json_build_object('slug', c.slug, 'title', c.title, 'knownOn', c.known_on,
        'statedOn', CASE WHEN c.stated_on IS NOT NULL
          THEN json_build_object('date', c.stated_on, 'precision', c.stated_on_precision) END,
        'quantity', CASE WHEN c.quantity_low IS NOT NULL
          THEN json_build_object('low', c.quantity_low, 'high', c.quantity_high) END,
        'program', CASE WHEN p.id IS NOT NULL THEN json_build_object('slug', p.slug, 'name', p.name) END,
        'recipients', coalesce((
          SELECT json_agg(json_build_object(
            'country', (SELECT json_build_object('iso3', co.iso3, 'name', co.name)
              FROM country co WHERE co.iso3 = r.country_iso3),
            'group', (SELECT json_build_object('slug', g.slug, 'name', g.name) FROM country_group g WHERE g.id = r.group_id))
            ORDER BY r.position)
          FROM count_recipient r WHERE r.count_id = c.id), '[]'::json)) AS node
      FROM "count" c LEFT JOIN program p ON p.id = c.program_id
      WHERE c.kind = 'COMMITMENT' AND c.state = 'PUBLISHED' AND c.known_on <= $1::date
      ORDER BY c.stated_on DESC NULLS LAST, c.slug LIMIT 50
    ) listed`,
  ask: () => ({ variables: { knownOn: KNOWN_ON }, values: [KNOWN_ON] }),
};

const record: Omit<Question, 'ask'> = {
  name: 'record',
  title: 'one commitment with its claims and sources',
  query: `query Record($slug: String!) {
    commitment(slug: $slug) {
      slug title unit measure audience quantity { low high }
      window { start { date precision } end { date precision } stated }
      program { slug name } providers { slug name }
      claims { low high qualifier fragment rank source { slug title publisher } }
    }
  }`,
  sql: `
    SELECT json_build_object('data', json_build_object('commitment', json_build_object(
      'slug', c.slug, 'title', c.title, 'unit', c.unit, 'measure', c.measure, 'audience', c.audience,
      'quantity', CASE WHEN c.quantity_low IS NOT NULL
        THEN json_build_object('low', c.quantity_low, 'high', c.quantity_high) END,
      'window', json_build_object(
        'start', CASE WHEN c.window_start IS NOT NULL
          THEN json_build_object('date', c.window_start, 'precision', c.window_start_precision) END,
        'end', CASE WHEN c.window_end IS NOT NULL
          THEN json_build_object('date', c.window_end, 'precision', c.window_end_precision) END,
        'stated', c.window_stated),
      'program', CASE WHEN p.id IS NOT NULL THEN json_build_object('slug', p.slug, 'name', p.name) END,
      'providers', (SELECT json_agg(json_build_object('slug', v.slug, 'name', v.name) ORDER BY cp.position)
        FROM count_provider cp JOIN provider v ON v.id = cp.provider_id WHERE cp.count_id = c.id),
      'claims', (SELECT json_agg(json_build_object('low', m.low, 'high', m.high, 'qualifier', m.qualifier,
          'fragment', m.fragment, 'rank', m.rank,
          'source', json_build_object('slug', s.slug, 'title', s.title, 'publisher', s.publisher))
          ORDER BY m.position, m.id)
        FROM claim m JOIN source s ON s.id = m.source_id WHERE m.count_id = c.id))))::text AS answer
    FROM "count" c LEFT JOIN program p ON p.id = c.program_id
    WHERE c.slug = $1 AND c.kind = 'COMMITMENT' AND c.state = 'PUBLISHED' AND c.known_on <= '2026-01-01'`,
};

const search: Omit<Question, 'ask'> = {
  name: 'search',
  title: 'search for a word that one record holds',
  query: `query Search($text: String!) {
    search(text: $text) { __typename ... on Commitment { slug title } ... on ReportedTotal { slug title } }
  }`,
  sql: `
    WITH found AS (
      SELECT c.id FROM "count" c WHERE state = 'PUBLISHED' AND known_on <= '2026-01-01'
        AND concat_ws(' ', title, recipients_stated, audience_stated, stated_by, note, window_stated, slug) ~* $1
      UNION SELECT count_id FROM claim WHERE fragment ~* $1
    )
    SELECT json_build_object('data', json_build_object('search', coalesce(json_agg(json_build_object(
      '__typename', CASE c.kind WHEN 'COMMITMENT' THEN 'Commitment' ELSE 'ReportedTotal' END,
      'slug', c.slug, 'title', c.title)), '[]')))::text AS answer
    FROM found JOIN "count" c ON c.id = found.id`,
};

const RANGES = 'pledged { low high } due { low high } reported { low high }';

export const SUMS: Question[] = [
  {
    name: 'totals',
    title: '`totals` over all',
    query: `query Totals($day: Date) { totals(at: $day, knownOn: $day) { ${RANGES} gap { low high } daysSinceLastReport } }`,
    sql: TOTALS_SQL,
    ask: () => ({ variables: { day: KNOWN_ON }, values: [KNOWN_ON, KNOWN_ON] }),
  },
  {
    name: 'series',
    title: '`series` over all, yearly',
    query: `query Series($day: Date, $from: Date, $to: Date) {
      series(interval: YEAR, from: $from, to: $to, knownOn: $day) {
        points { start end ${RANGES} cumulativeDue { low high } cumulativeReported { low high } }
      }
    }`,
    sql: SERIES_SQL,
    ask: () => ({
      variables: { day: KNOWN_ON, from: '2005-01-01', to: '2033-01-01' },
      values: [KNOWN_ON, '2005-01-01', '2033-01-01'],
    }),
  },
  {
    name: 'breakdown',
    title: '`breakdown` by program',
    query: `query Breakdown($day: Date) { breakdown(by: PROGRAM, at: $day, knownOn: $day) { rows { key label ${RANGES} } } }`,
    sql: PROGRAMS_SQL,
    ask: () => ({ variables: { day: KNOWN_ON }, values: [KNOWN_ON, KNOWN_ON] }),
  },
];

/** The newest counts, one commitment, and a search, over a record of so many counts. */
export function listLookUps(setting: Setting, counts: number): Question[] {
  const ids = listClaimed(setting, counts);
  return [
    list,
    {
      ...record,
      ask: (request) => {
        const slug = ids[request % ids.length] ?? '';
        return { variables: { slug }, values: [slug] };
      },
    },
    {
      ...search,
      ask: (request) => {
        const code = codeOf(((request * 7_919) % counts) + 1);
        return { variables: { text: code }, values: [`\\m${code}`] };
      },
    },
  ];
}

/** Slugs of published commitments with claims, from all over the record. */
function listClaimed(setting: Setting, counts: number): string[] {
  const stretches = Array.from({ length: 20 }, (_, part) => Math.floor((counts * part) / 20));
  return stretches.flatMap((start) => {
    const { count, claim } = generateRows(setting, start, Math.min(counts, start + 50));
    const claimed = new Set(claim.map(({ count_id }) => count_id));
    return count
      .filter(({ id, kind, state }) => kind === 'COMMITMENT' && state === 'PUBLISHED' && claimed.has(id ?? 0))
      .map(({ slug }) => String(slug));
  });
}
