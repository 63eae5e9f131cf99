/** One bare record of each kind, to be changed by a test. */
export const records = `
  INSERT INTO country (iso3, iso2, m49, name) VALUES ('CHN', 'CN', '156', 'China'), ('KEN', 'KE', '404', 'Kenya');
  INSERT INTO country_group (slug, code, name, kind) VALUES ('sco', 'GRP:SCO', 'SCO', 'ORGANISATION');
  INSERT INTO group_membership (group_id, country_iso3, since) VALUES (1, 'CHN', '2001-06-15');
  INSERT INTO provider (slug, code, name, kind, country_iso3) VALUES ('china', 'CHN', 'China', 'COUNTRY', 'CHN');
  INSERT INTO program (slug, name) VALUES ('gsi', 'Global Security Initiative');
  INSERT INTO count (slug, kind, title, program_id, unit, measure, audience, audience_stated, known_on, voice,
      recipient_scope, status, confidence)
    VALUES ('a', 'COMMITMENT', 'A', 1, 'PEOPLE', 'TRAINEES', 'POLICE', 'police', '2024-09-09', 'PROVIDER',
      'UNSPECIFIED', 'ANNOUNCED', 'HIGH'),
      ('b', 'COMMITMENT', 'B', NULL, 'PEOPLE', 'TRAINEES', 'POLICE', 'police', '2024-09-09', 'PROVIDER',
      'UNSPECIFIED', 'ANNOUNCED', 'HIGH');
  INSERT INTO count_provider (count_id, provider_id, position) VALUES (1, 1, 0);
  INSERT INTO count_recipient (count_id, position, country_iso3) VALUES (1, 0, 'KEN');
  INSERT INTO source (slug, title, publisher, kind, language) VALUES ('s', 'S', 'P', 'WIRE', 'en');
  INSERT INTO claim (count_id, source_id, position, language) VALUES (1, 1, 0, 'en');
  INSERT INTO link (from_id, to_id, relation, basis) VALUES (2, 1, 'PART_OF', 'STATED');
  INSERT INTO event (slug, title, kind, known_on, confidence) VALUES ('e', 'E', 'FORUM', '2024-09-09', 'HIGH');
  INSERT INTO other_figure (count_id, position, label, value) VALUES (1, 0, 'yuan', 9007199254740993);
  INSERT INTO revision (entity, entity_id, slug, version, action, actor_name, is_public)
    VALUES ('count', 1, 'a', 1, 'create', 'A', true);
`;
