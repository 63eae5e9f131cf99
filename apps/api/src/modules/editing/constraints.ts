import type { FieldProblem } from './results.ts';

const PROBLEMS: Record<string, FieldProblem> = {
  count_slug_key: { path: 'slug', message: 'is taken by another record; choose another' },
  count_slug_form: { path: 'slug', message: 'use lower-case letters a–z, digits and single hyphens only' },
  count_window_ordered: { path: 'window.end.date', message: 'end must be after start' },
  count_window_end_latest_ordered: { path: 'window.endLatest', message: 'latest end must be after end' },
  count_program_id_fkey: { path: 'program', message: 'was deleted meanwhile; choose another' },
  count_provider_provider_id_fkey: {
    path: 'providers',
    message: 'one was deleted meanwhile; choose another',
  },
  count_recipient_country_iso3_fkey: {
    path: 'recipients',
    message: 'one was deleted meanwhile; choose another',
  },
  count_recipient_group_id_fkey: { path: 'recipients', message: 'one was deleted meanwhile; choose another' },
  claim_source_id_fkey: { path: 'claims', message: 'a source was deleted meanwhile; choose another' },
};

const TAKEN = 'is taken by another record; choose another';
const GONE = 'was deleted meanwhile; choose another';

const FIELDS_OF_NAMES: Record<string, FieldProblem> = {
  event_slug_key: { path: 'slug', message: TAKEN },
  source_slug_key: { path: 'slug', message: TAKEN },
  program_slug_key: { path: 'slug', message: TAKEN },
  provider_slug_key: { path: 'slug', message: TAKEN },
  provider_code_key: { path: 'code', message: TAKEN },
  provider_country_iso3_key: { path: 'country', message: 'is a provider already; choose another' },
  country_group_slug_key: { path: 'slug', message: TAKEN },
  country_group_code_key: { path: 'code', message: TAKEN },
  link_from_id_to_id_relation_key: { path: 'to', message: 'there is this link already' },
  link_from_id_fkey: { path: 'from', message: GONE },
  link_to_id_fkey: { path: 'to', message: GONE },
  link_source_id_fkey: { path: 'source', message: GONE },
  source_derived_from_id_fkey: { path: 'derivedFrom', message: GONE },
  event_program_id_fkey: { path: 'program', message: GONE },
  event_supersedes_id_fkey: { path: 'supersedes', message: GONE },
};

const FIELDS: [prefix: string, path: string][] = [
  ['count_recipient_', 'recipients'],
  ['count_provider_', 'providers'],
  ['claim_', 'claims'],
  ['other_figure_', 'otherFigures'],
  ['count_quantity_', 'claims'],
  ['count_window_', 'window'],
  ['count_stated_on_', 'statedOn'],
  ['event_provider_', 'providers'],
  ['event_country_', 'countries'],
  ['event_group_', 'groups'],
  ['event_source_', 'sources'],
  ['event_days_', 'endsOn'],
  ['group_membership_', 'members'],
  ['provider_country_', 'country'],
];

/** The field that a constraint of the database is about; null where it is not about what an editor gives. */
export function toFieldProblem(constraint: string): FieldProblem | null {
  const known = PROBLEMS[constraint] ?? FIELDS_OF_NAMES[constraint];
  if (known) return known;
  const field = FIELDS.find(([prefix]) => constraint.startsWith(prefix) && !constraint.endsWith('_pkey'));
  return field ? { path: field[1], message: `breaks the rule ${constraint} of the records` } : null;
}
