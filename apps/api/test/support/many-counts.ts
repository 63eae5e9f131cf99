import type { Database } from '@muster/db';

/** Fills the database with published commitments `many-00001` …, each with a provider, a recipient and a claim. */
export async function insertManyCounts(db: Database, many: number, note = 'a note'): Promise<void> {
  await db.query(
    `INSERT INTO country (iso3, iso2, name) VALUES ('KEN', 'KE', 'Kenya') ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO provider (slug, code, name, kind) VALUES ('cepol', 'ORG:CEPOL', 'CEPOL', 'ORGANISATION') ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO source (slug, title, publisher, url, kind, language)
     VALUES ('daily', 'Police to be trained', 'Daily', 'https://example.org/daily', 'MEDIA', 'en') ON CONFLICT DO NOTHING`,
  );
  await db.query(
    `INSERT INTO "count" (slug, kind, title, unit, measure, audience, audience_stated, quantity_low, quantity_high,
       stated_on, stated_on_precision, known_on, voice, recipient_scope, status, confidence, note, state, published_at)
     SELECT 'many-' || lpad(n::text, 7, '0'), 'COMMITMENT', 'Numbered ' || n, 'PEOPLE', 'TRAINEES', 'POLICE', 'police',
       n, n + 10, CASE WHEN n % 10 > 0 THEN DATE '2020-01-01' + n % 2000 END,
       CASE WHEN n % 10 > 0 THEN 'DAY'::"Precision" END, DATE '2020-01-01', 'PROVIDER', 'NAMED', 'ANNOUNCED', 'HIGH',
       $2, 'PUBLISHED', now()
     FROM generate_series(1, $1::int) AS n`,
    [many, note],
  );
  const own = `FROM "count" c WHERE c.slug LIKE 'many-%'`;
  await db.query(
    `INSERT INTO count_provider (count_id, provider_id, position)
     SELECT c.id, (SELECT id FROM provider WHERE slug = 'cepol'), 0 ${own}`,
  );
  await db.query(
    `INSERT INTO count_recipient (count_id, position, country_iso3) SELECT c.id, 0, 'KEN' ${own}`,
  );
  await db.query(
    `INSERT INTO claim (count_id, source_id, position, low, high, language)
     SELECT c.id, (SELECT id FROM source WHERE slug = 'daily'), 0, c.quantity_low, c.quantity_high, 'en' ${own}`,
  );
  await db.executeScript('ANALYZE');
}
