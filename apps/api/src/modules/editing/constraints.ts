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

const FIELDS: [prefix: string, path: string][] = [
  ['count_recipient_', 'recipients'],
  ['count_provider_', 'providers'],
  ['claim_', 'claims'],
  ['other_figure_', 'otherFigures'],
  ['count_quantity_', 'claims'],
  ['count_window_', 'window'],
  ['count_stated_on_', 'statedOn'],
];

/** The field that a constraint of the database is about; null where it is not about what an editor gives. */
export function toFieldProblem(constraint: string): FieldProblem | null {
  const known = PROBLEMS[constraint];
  if (known) return known;
  const field = FIELDS.find(([prefix]) => constraint.startsWith(prefix) && !constraint.endsWith('_pkey'));
  return field ? { path: field[1], message: `breaks the rule ${constraint} of the records` } : null;
}
