import { byBytes, day, field, instant, type TableFile, text, whole } from './table.ts';

/** Where it stands written, what happened, and what was changed here. */
export const DOCUMENT_FILES: TableFile[] = [
  {
    name: 'sources',
    title: 'Sources',
    fields: [
      text('slug', 't.slug', 'Name in addresses.'),
      text('title', 't.title', 'Title of the document.'),
      field('title_is_descriptive', 'boolean', 't.title_is_descriptive', 'Whether the title is ours.'),
      text('publisher', 't.publisher', 'Who published it.'),
      text('url', 't.url', 'Where it was found. Empty: no address is known.'),
      text('archived_url', 't.archived_url', 'Where a copy is kept. Empty: none is known.'),
      ...day('published_on', 't.published_on', 'When it was published.'),
      text('kind', 't.kind::text', 'OFFICIAL, WIRE, MEDIA, RESEARCH or REWRITE.'),
      text('language', 't.language', 'Language of the document, BCP 47.'),
      text('derived_from', 'd.slug', 'Slug of the source that it rewrites or mirrors. Empty: none.'),
      text('derived_from_note', 't.derived_from_note', 'What it rewrites, in words. Empty: nothing further.'),
      text('note', 't.note', 'Remarks. Empty: none.'),
    ],
    from: 'source t LEFT JOIN source d ON d.id = t.derived_from_id',
    orderBy: byBytes('t.slug'),
    primaryKey: ['slug'],
    pointsTo: { derived_from: ['sources', 'slug'] },
  },
  {
    name: 'events',
    title: 'Events',
    fields: [
      text('slug', 't.slug', 'Name in addresses; the record’s page is there.'),
      text('title', 't.title', 'What happened, in a line.'),
      text(
        'kind',
        't.kind::text',
        'FORUM, SUMMIT, MEETING, AGREEMENT, STATEMENT, CRITICISM, TRAINING or EXERCISE.',
      ),
      text(
        'status',
        't.status::text',
        'Of agreements: PROPOSED, SIGNED, IN_FORCE, EXPIRED or REJECTED. Empty: none.',
      ),
      text('program', 'p.slug', 'Slug of its program. Empty: none.'),
      text(
        'providers',
        `(SELECT string_agg(r.code, '; ' ORDER BY ep.position) FROM event_provider ep
          JOIN provider r ON r.id = ep.provider_id WHERE ep.event_id = t.id)`,
        'Codes of who trains, with semicolons between them. Empty: nobody is recorded.',
      ),
      text('audience_stated', 't.audience_stated', 'Who is trained, in the record’s words. Empty: untold.'),
      ...day('starts_on', 't.starts_on', 'First day.'),
      ...day('ends_on', 't.ends_on', 'First day after it, or after the term.'),
      text('period_stated', 't.period_stated', 'When, in the record’s words. Empty: untold.'),
      ...day('stated_on', 't.stated_on', 'When it was said in public.'),
      field('known_on', 'date', 't.known_on', 'First day on which the public certainly could know.'),
      text('stated_by', 't.stated_by', 'Who said it. Empty: untold.'),
      text('place', 't.place', 'Where. Empty: untold.'),
      text('countries_stated', 't.countries_stated', 'The countries in the record’s words. Empty: none.'),
      text(
        'confidence',
        't.confidence::text',
        'How sure the editors are to read it rightly: HIGH, MEDIUM, LOW.',
      ),
      text('supersedes', 'o.slug', 'Slug of the event that it replaces. Empty: none.'),
      text('note', 't.note', 'Remarks. Empty: none.'),
      whole('version', 't.version', 'Version of the record.'),
      instant('published_at', 't.published_at', 'When the record was published, in UTC.'),
    ],
    from: `(SELECT * FROM event WHERE state = 'PUBLISHED') t LEFT JOIN program p ON p.id = t.program_id
      LEFT JOIN event o ON o.id = t.supersedes_id AND o.state = 'PUBLISHED'`,
    orderBy: byBytes('t.slug'),
    primaryKey: ['slug'],
    pointsTo: { program: ['programs', 'slug'], supersedes: ['events', 'slug'] },
  },
  {
    name: 'event-parties',
    title: 'Countries and groups in events',
    fields: [
      text('event', 'e.slug', 'Slug of the event.'),
      whole('position', 't.position', 'Place among the countries, or the groups, of the event, from 0.'),
      text('country', 't.country_iso3', 'ISO 3166-1 alpha-3 code. Empty: a group.'),
      text('group', 't.code', 'Code of the group. Empty: a country.'),
      text('role', 't.role', 'PARTY, PARTICIPANT, RECIPIENT, MENTIONED or CRITIC.'),
    ],
    from: `(SELECT event_id, position, country_iso3::text, NULL AS code, role::text FROM event_country
      UNION ALL SELECT m.event_id, m.position, NULL, g.code, m.role::text FROM event_group m
        JOIN country_group g ON g.id = m.group_id) t
      JOIN event e ON e.id = t.event_id AND e.state = 'PUBLISHED'`,
    orderBy: `${byBytes('e.slug')}, t.position, ${byBytes('t.country_iso3')}, ${byBytes('t.code')}`,
    pointsTo: { event: ['events', 'slug'], country: ['countries', 'iso3'], group: ['groups', 'code'] },
  },
  {
    name: 'event-sources',
    title: 'Sources of events',
    fields: [
      text('event', 'e.slug', 'Slug of the event.'),
      whole('position', 't.position', 'Place among the sources of the event, from 0.'),
      text('source', 's.slug', 'Slug of the source.'),
      text('fragment', 't.fragment', 'The words that tell of it. Empty: not recorded.'),
      text('language', 't.language', 'Language of the fragment, BCP 47.'),
      text('note', 't.note', 'Remarks. Empty: none.'),
    ],
    from: 'event_source t JOIN event e ON e.id = t.event_id JOIN source s ON s.id = t.source_id',
    orderBy: `${byBytes('e.slug')}, t.position, ${byBytes('s.slug')}, t.id`,
    pointsTo: { event: ['events', 'slug'], source: ['sources', 'slug'] },
  },
  {
    name: 'changes',
    title: 'Public changes of the records',
    fields: [
      instant('at', 't.at', 'When it was done, in UTC.'),
      text('entity', 't.entity', 'Kind of the record: Commitment, ReportedTotal or Event.'),
      text('slug', 't.slug', 'Slug of the record.'),
      whole('version', 't.version', 'Version of the record after the change.'),
      text('action', 't.action', 'IMPORTED, PUBLISHED, UPDATED or RETRACTED.'),
      text('actor', 't.actor_name', 'Who did it, as shown in public.'),
      text('reason', 't.reason', 'Why. Empty: none was given.'),
    ],
    from: 'revision t',
    orderBy: `${byBytes('t.slug')}, ${byBytes('t.entity')}, t.version`,
    primaryKey: ['entity', 'slug', 'version'],
  },
];
