-- By hand: Prisma reads views and does not make them.

-- What counts are ordered by that stands in other tables.
CREATE VIEW "count_order" AS
SELECT c."id" AS "count_id",
  (SELECT p."name" FROM "program" p WHERE p."id" = c."program_id") AS "program_name",
  (SELECT v."name" FROM "count_provider" cp JOIN "provider" v ON v."id" = cp."provider_id"
    WHERE cp."count_id" = c."id" ORDER BY cp."position", v."id" LIMIT 1) AS "provider_name",
  (SELECT count(*)::int FROM "count_recipient" r WHERE r."count_id" = c."id") AS "recipients"
FROM "count" c;

CREATE VIEW "event_order" AS
SELECT e."id" AS "event_id",
  (SELECT p."name" FROM "program" p WHERE p."id" = e."program_id") AS "program_name"
FROM "event" e;

-- How many published counts are known by now, as the lists of a program, provider or country hold them.
CREATE VIEW "program_order" AS
SELECT p."id" AS "program_id",
  (SELECT count(*)::int FROM "count" c WHERE c."program_id" = p."id"
    AND c."state" = 'PUBLISHED' AND c."known_on" <= (now() AT TIME ZONE 'UTC')::date) AS "counts"
FROM "program" p;

CREATE VIEW "provider_order" AS
SELECT v."id" AS "provider_id",
  (SELECT count(*)::int FROM "count_provider" cp JOIN "count" c ON c."id" = cp."count_id"
    WHERE cp."provider_id" = v."id" AND c."state" = 'PUBLISHED'
    AND c."known_on" <= (now() AT TIME ZONE 'UTC')::date) AS "counts"
FROM "provider" v;

CREATE VIEW "country_order" AS
SELECT n."iso3",
  (SELECT count(*)::int FROM "count" c
    WHERE c."state" = 'PUBLISHED' AND c."known_on" <= (now() AT TIME ZONE 'UTC')::date AND c."id" IN (
      SELECT r."count_id" FROM "count_recipient" r WHERE r."country_iso3" = n."iso3"
      UNION ALL
      SELECT r."count_id" FROM "group_membership" m
      JOIN "count_recipient" r ON r."group_id" = m."group_id"
      JOIN "count" g ON g."id" = r."count_id"
      WHERE m."country_iso3" = n."iso3"
        AND (m."since" IS NULL OR m."since" <= coalesce(g."stated_on", g."known_on"))
        AND (m."until" IS NULL OR m."until" > coalesce(g."stated_on", g."known_on")))) AS "counts"
FROM "country" n;
