import type { Database } from '@muster/db';

/** Chance that can be had again: whole numbers below a bound, by the seed. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(bound: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * bound);
  }

  pick<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** The value one time in so many, otherwise null. */
  onceIn<T>(times: number, value: () => T): T | null {
    return this.below(times) === 0 ? value() : null;
  }

  /** A day within `years` of 2010-01-01; one in four a 1 January. */
  day(years = 16): string {
    const day = new Date(Date.UTC(2010, 0, 1 + this.below(365 * years))).toISOString().slice(0, 10);
    return this.below(4) === 0 ? `${day.slice(0, 4)}-01-01` : day;
  }
}

export const PROGRAMS = ['gsi', 'focac', 'ilea'];
export const PROVIDERS = ['china', 'united-states', 'turkiye'];
export const AUDIENCES = ['POLICE', 'LAW_ENFORCEMENT', 'MILITARY', 'MIXED'];
export const VOICES = ['PROVIDER', 'RECIPIENT', 'MEDIA'];

const RELATIONS = ['PART_OF', 'MAY_BE_PART_OF', 'SUPERSEDES', 'SAME_AS', 'FULFILS', 'DISTINCT'];

function makeCount(chance: Chance, index: number) {
  const kind = chance.pick(['COMMITMENT', 'REPORTED_TOTAL']);
  const low = chance.onceIn(8, () => null) ?? chance.below(900);
  const known = chance.day();
  const start = chance.below(6) === 0 ? null : chance.day();
  const length = chance.pick([1, 14, 30, 365, 366, 700, 1_826]);
  const end = chance.below(6) === 0 ? null : addDays(start ?? known, length);
  const state = chance.pick(['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'DRAFT']);
  return {
    slug: `random-${index}`,
    kind,
    unit: chance.pick(['PEOPLE', 'PEOPLE', 'PEOPLE', 'PLACES', 'COURSES']),
    measure: chance.pick(['TRAINEES', 'TRAINEES', 'TRAINEES', 'PLACES', 'VISITORS', 'COURSES']),
    audience: chance.pick(AUDIENCES),
    program: chance.pick([null, ...PROGRAMS]),
    providers: [...new Set([chance.pick(PROVIDERS), chance.pick(PROVIDERS)])],
    quantity_low: low,
    quantity_high: low === null ? null : low + (chance.onceIn(3, () => chance.below(200)) ?? 0),
    rate: chance.onceIn(9, () => 'PER_YEAR'),
    window_start: start,
    window_end: end,
    window_end_latest: end && chance.onceIn(3, () => addDays(end, chance.below(500))),
    stated_on: chance.onceIn(6, () => null) ?? chance.pick([known, null]),
    known_on: known,
    voice: chance.pick(VOICES),
    status:
      kind === 'COMMITMENT'
        ? chance.pick(['ANNOUNCED', 'SIGNED', 'ANNOUNCED', 'PROPOSED', 'REJECTED'])
        : null,
    state,
    published_at: state === 'PUBLISHED' ? '2026-11-20T00:00:00Z' : null,
  };
}

/**
 * Counts of every kind, two in three in no link; most links are within the first third, and lead onward so that none
 * closes a ring.
 */
export async function insertRandomCounts(
  db: Database,
  chance: Chance,
  many: number,
  first = 0,
): Promise<void> {
  const counts = Array.from({ length: many }, (_, index) => makeCount(chance, first + index));
  await db.query(
    `INSERT INTO "count" (slug, kind, title, program_id, unit, measure, audience, audience_stated, quantity_low,
       quantity_high, rate, window_start, window_start_precision, window_end, window_end_precision, window_end_latest,
       stated_on, stated_on_precision, known_on, voice, recipient_scope, status, confidence, state, published_at)
     SELECT r.slug, r.kind, r.slug, p.id, r.unit, r.measure, r.audience, 'police', r.quantity_low, r.quantity_high,
       r.rate, r.window_start, CASE WHEN r.window_start IS NOT NULL THEN 'DAY'::"Precision" END, r.window_end,
       CASE WHEN r.window_end IS NOT NULL THEN 'DAY'::"Precision" END, r.window_end_latest, r.stated_on,
       CASE WHEN r.stated_on IS NOT NULL THEN 'DAY'::"Precision" END, r.known_on, r.voice, 'UNSPECIFIED', r.status,
       'HIGH', r.state, r.published_at
     FROM json_populate_recordset(NULL::"count", $1::json) WITH ORDINALITY r
     JOIN json_array_elements($1::json) WITH ORDINALITY j(value, position) ON j.position = r.ordinality
     LEFT JOIN program p ON p.slug = j.value ->> 'program'`,
    [JSON.stringify(counts)],
  );
  const providers = counts.flatMap(({ slug, providers: names }) =>
    names.map((name, position) => ({ slug, name, position })),
  );
  await db.query(
    `INSERT INTO count_provider (count_id, provider_id, position)
     SELECT c.id, v.id, r.position FROM json_to_recordset($1::json) AS r(slug text, name text, position int)
     JOIN "count" c ON c.slug = r.slug JOIN provider v ON v.slug = r.name`,
    [JSON.stringify(providers)],
  );
}

/** Links among the first of the random counts, each from an earlier to a later one, so that none closes a ring. */
export async function insertRandomLinks(
  db: Database,
  chance: Chance,
  among: number,
  many: number,
): Promise<void> {
  const same = new Set<number>();
  const links = Array.from({ length: many }, () => {
    const [one, other] = [chance.below(among), chance.below(among)].sort((a, b) => a - b) as [number, number];
    const relation = chance.pick(RELATIONS);
    return { from: one, to: other, relation };
  }).filter(({ from, to, relation }) => {
    if (from === to) return false;
    // Joined with one another and with nothing else, for what is joined could be inside itself.
    if (relation === 'SAME_AS') {
      for (const end of [from, to]) same.add(end);
    }
    return true;
  });
  const apart = links.filter(
    ({ from, to, relation }) => relation === 'SAME_AS' || (!same.has(from) && !same.has(to)),
  );
  await db.query(
    `INSERT INTO link (from_id, to_id, relation, basis)
     SELECT f.id, t.id, r.relation::"LinkRelation", 'STATED'
     FROM json_to_recordset($1::json) AS r("from" int, "to" int, relation text)
     JOIN "count" f ON f.slug = 'random-' || r."from" JOIN "count" t ON t.slug = 'random-' || r."to"
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(apart)],
  );
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
