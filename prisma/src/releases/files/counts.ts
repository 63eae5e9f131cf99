import { byBytes, day, type Field, field, instant, type TableFile, text, whole } from './table.ts';

const COUNT = '(SELECT * FROM "count" WHERE state = \'PUBLISHED\')';

const NUMBER: Field[] = [
  text(
    'unit',
    't.unit::text',
    'What one of the number is: PEOPLE, PLACES or COURSES. Never add across units.',
  ),
  text('measure', 't.measure::text', 'What is counted, e.g. TRAINEES or PARTICIPATIONS.'),
  text('audience', 't.audience::text', 'Who is to be trained, e.g. POLICE.'),
  text('audience_stated', 't.audience_stated', 'Who is to be trained, in the record’s words.'),
  whole(
    'quantity_low',
    't.quantity_low',
    'The fewest, in the unit. Empty: no number was given; it is not zero.',
  ),
  whole(
    'quantity_high',
    't.quantity_high',
    'The most, in the unit. Empty: no number was given; it is not zero.',
  ),
  text('qualifier_stated', 't.qualifier_stated', 'How the number is qualified, e.g. over. Empty: it is not.'),
  text(
    'rate',
    't.rate::text',
    'PER_YEAR where the number is of each year. Empty: it is of the whole window.',
  ),
];

const WINDOW: Field[] = [
  ...day('window_start', 't.window_start', 'First day that the number covers.'),
  ...day('window_end', 't.window_end', 'First day that it no longer covers.'),
  field(
    'window_end_latest',
    'date',
    't.window_end_latest',
    'Latest reading of the end. Empty: there is one.',
  ),
  text('window_stated', 't.window_stated', 'The window in the source’s words. Empty: none are recorded.'),
];

const TELLING: Field[] = [
  ...day('stated_on', 't.stated_on', 'When it was said in public.'),
  field('known_on', 'date', 't.known_on', 'First day on which the public certainly could know.'),
  text('stated_by', 't.stated_by', 'Who said it. Empty: untold.'),
  text('voice', 't.voice::text', 'Whose claim it is: PROVIDER, RECIPIENT, INDEPENDENT or MEDIA.'),
  text('recipient_scope', 't.recipient_scope::text', 'NAMED, PARTLY_NAMED, GROUP or UNSPECIFIED.'),
  text('recipients_stated', 't.recipients_stated', 'The recipients in the record’s words. Empty: none.'),
  text('confidence', 't.confidence::text', 'How sure the editors are to read it rightly: HIGH, MEDIUM, LOW.'),
  text('note', 't.note', 'Contradictions, traps, what is missing. Empty: none.'),
  whole('version', 't.version', 'Version of the record.'),
  instant('published_at', 't.published_at', 'When the record was published, in UTC.'),
];

function countFile(name: string, title: string, kind: string, status: Field[]): TableFile {
  return {
    name,
    title,
    fields: [
      text('slug', 't.slug', 'Name in addresses; the record’s page is there.'),
      text('title', 't.title', 'What it is, in a line.'),
      text('program', 'p.slug', 'Slug of its program. Empty: none.'),
      text(
        'providers',
        `(SELECT string_agg(r.code, '; ' ORDER BY cp.position) FROM count_provider cp
          JOIN provider r ON r.id = cp.provider_id WHERE cp.count_id = t.id)`,
        'Codes of who promises or trains, with semicolons between them.',
      ),
      ...NUMBER,
      ...WINDOW,
      ...status,
      ...TELLING,
    ],
    from: `(SELECT * FROM ${COUNT} c WHERE kind = '${kind}') t LEFT JOIN program p ON p.id = t.program_id`,
    orderBy: byBytes('t.slug'),
    primaryKey: ['slug'],
    pointsTo: { program: ['programs', 'slug'] },
  };
}

const kindOf = (alias: string) => `${alias}.kind::text`;

/** The numbers, and what hangs on them. */
export const COUNT_FILES: TableFile[] = [
  countFile('commitments', 'Commitments', 'COMMITMENT', [
    text('status', 't.status::text', 'PROPOSED, ANNOUNCED, SIGNED, REJECTED or WITHDRAWN.'),
  ]),
  countFile('reported-totals', 'Reported totals', 'REPORTED_TOTAL', []),
  {
    name: 'recipients',
    title: 'Recipients of commitments and reported totals',
    fields: [
      text('count_kind', kindOf('c'), 'COMMITMENT or REPORTED_TOTAL.'),
      text('count', 'c.slug', 'Slug of the commitment or reported total.'),
      whole('position', 't.position', 'Place among the recipients of the count, from 0.'),
      text('country', 't.country_iso3', 'ISO 3166-1 alpha-3 code. Empty: a group.'),
      text('group', 'g.code', 'Code of the group. Empty: a country.'),
      whole('share_low', 't.share_low', 'The fewest that a source gives to it alone. Empty: no source does.'),
      whole('share_high', 't.share_high', 'The most that a source gives to it alone. Empty: no source does.'),
    ],
    from: `count_recipient t JOIN ${COUNT} c ON c.id = t.count_id LEFT JOIN country_group g ON g.id = t.group_id`,
    orderBy: `${byBytes('c.slug')}, t.position, ${byBytes('t.country_iso3')}, ${byBytes('g.code')}`,
    pointsTo: { country: ['countries', 'iso3'], group: ['groups', 'code'] },
  },
  {
    name: 'claims',
    title: 'Claims: each source’s own telling of a count',
    fields: [
      text('count_kind', kindOf('c'), 'COMMITMENT or REPORTED_TOTAL.'),
      text('count', 'c.slug', 'Slug of the commitment or reported total.'),
      whole('position', 't.position', 'Place among the claims of the count, from 0.'),
      text('source', 's.slug', 'Slug of the source.'),
      whole('low', 't.low', 'The fewest it tells. Empty: it gives no number.'),
      whole('high', 't.high', 'The most it tells. Empty: it gives no number.'),
      text('qualifier', 't.qualifier::text', 'EXACT, OVER, ABOUT, NEARLY, UP_TO or AT_LEAST. Empty: none.'),
      text('fragment', 't.fragment', 'The words that hold the figure. Empty: not recorded.'),
      text('locator', 't.locator', 'Where in the document. Empty: it is a page.'),
      text('language', 't.language', 'Language of the fragment, BCP 47.'),
      text(
        'rank',
        't.rank::text',
        'Standing among the claims of the count: PREFERRED, NORMAL or DEPRECATED.',
      ),
      text('rank_reason', 't.rank_reason', 'Why that standing. Empty: none is given.'),
      text('note', 't.note', 'Remarks on this telling. Empty: none.'),
    ],
    from: `claim t JOIN ${COUNT} c ON c.id = t.count_id JOIN source s ON s.id = t.source_id`,
    orderBy: `${byBytes('c.slug')}, t.position, ${byBytes('s.slug')}, t.id`,
    pointsTo: { source: ['sources', 'slug'] },
  },
  {
    name: 'links',
    title: 'Links between two counts',
    fields: [
      text('from', 'a.slug', 'Slug of the count that is part of, replaces, fulfils or renews the other.'),
      text(
        'relation',
        't.relation::text',
        'PART_OF, MAY_BE_PART_OF, SAME_AS, SUPERSEDES, FULFILS, RENEWS or DISTINCT.',
      ),
      text('to', 'b.slug', 'Slug of the other count.'),
      text('basis', 't.basis::text', 'STATED by a source, or INFERRED by the editors.'),
      text('source', 's.slug', 'Slug of the source that states it. Empty: none.'),
      text('note', 't.note', 'Why. Empty: no remarks.'),
    ],
    from: 'link t JOIN "count" a ON a.id = t.from_id JOIN "count" b ON b.id = t.to_id LEFT JOIN source s ON s.id = t.source_id',
    orderBy: `${byBytes('a.slug')}, ${byBytes('b.slug')}, ${byBytes('t.relation::text')}`,
    primaryKey: ['from', 'relation', 'to'],
    pointsTo: { source: ['sources', 'slug'] },
  },
  {
    name: 'other-figures',
    title: 'Numbers told beside a count or an event that are not people trained',
    fields: [
      text('count', 'c.slug', 'Slug of the commitment or reported total. Empty: of an event.'),
      text('event', 'e.slug', 'Slug of the event. Empty: of a count.'),
      whole('position', 't.position', 'Place among the figures of the record, from 0.'),
      text('label', 't.label', 'What the number counts.'),
      whole('value', 't.value::text', 'The number.'),
      text('qualifier', 't.qualifier', 'Its qualifier in the record’s words. Empty: none.'),
      text('note', 't.note', 'How not to misread it. Empty: no remarks.'),
    ],
    from: 'other_figure t LEFT JOIN "count" c ON c.id = t.count_id LEFT JOIN event e ON e.id = t.event_id',
    orderBy: `${byBytes('c.slug')}, ${byBytes('e.slug')}, t.position, ${byBytes('t.label')}, t.id`,
    pointsTo: { event: ['events', 'slug'] },
  },
  {
    name: 'retracted',
    title: 'Commitments and reported totals that were taken back',
    fields: [
      text('kind', kindOf('t'), 'COMMITMENT or REPORTED_TOTAL.'),
      text('slug', 't.slug', 'Name in addresses; the page there says why.'),
      text('reason', 't.retracted_reason', 'Why it was taken back.'),
    ],
    from: '(SELECT * FROM "count" WHERE state = \'RETRACTED\') t',
    orderBy: byBytes('t.slug'),
    primaryKey: ['slug'],
  },
];
