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
CREATE VIEW "known_count" AS
SELECT c."id", c."program_id", coalesce(c."stated_on", c."known_on") AS "stated_on"
FROM "count" c WHERE c."state" = 'PUBLISHED' AND c."known_on" <= (now() AT TIME ZONE 'UTC')::date;

CREATE VIEW "program_order" AS
SELECT p."id" AS "program_id", coalesce(k."counts", 0) AS "counts"
FROM "program" p LEFT JOIN (
  SELECT c."program_id", count(*)::int AS "counts" FROM "known_count" c GROUP BY c."program_id"
) k ON k."program_id" = p."id";

CREATE VIEW "provider_order" AS
SELECT v."id" AS "provider_id", coalesce(k."counts", 0) AS "counts"
FROM "provider" v LEFT JOIN (
  SELECT cp."provider_id", count(*)::int AS "counts"
  FROM "count_provider" cp JOIN "known_count" c ON c."id" = cp."count_id" GROUP BY cp."provider_id"
) k ON k."provider_id" = v."id";

-- Counts that name the country, or a group of which it was a member on the day stated.
CREATE VIEW "country_order" AS
SELECT n."iso3", coalesce(k."counts", 0) AS "counts"
FROM "country" n LEFT JOIN (
  SELECT named."iso3", count(DISTINCT named."id")::int AS "counts" FROM (
    SELECT r."country_iso3" AS "iso3", c."id"
    FROM "count_recipient" r JOIN "known_count" c ON c."id" = r."count_id" WHERE r."country_iso3" IS NOT NULL
    UNION ALL
    SELECT m."country_iso3", c."id"
    FROM "count_recipient" r JOIN "known_count" c ON c."id" = r."count_id"
    JOIN "group_membership" m ON m."group_id" = r."group_id"
      AND (m."since" IS NULL OR m."since" <= c."stated_on") AND (m."until" IS NULL OR m."until" > c."stated_on")
  ) named GROUP BY named."iso3"
) k ON k."iso3" = n."iso3";
