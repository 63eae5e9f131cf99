import {
  commitmentInput,
  eventInput,
  groupInput,
  linkInput,
  placeInput,
  programInput,
  providerInput,
  reportedTotalInput,
  sourceInput,
} from '@muster/schema/rules';
import type { z } from 'zod';

/** Every kind of record, those that others refer to first; `list` is its name in a file. */
export const ENTITIES = [
  { entity: 'Country', list: 'countries', rule: placeInput },
  { entity: 'Group', list: 'groups', rule: groupInput },
  { entity: 'Provider', list: 'providers', rule: providerInput },
  { entity: 'Program', list: 'programs', rule: programInput },
  { entity: 'Source', list: 'sources', rule: sourceInput },
  { entity: 'Commitment', list: 'commitments', rule: commitmentInput },
  { entity: 'ReportedTotal', list: 'reportedTotals', rule: reportedTotalInput },
  { entity: 'Event', list: 'events', rule: eventInput },
  { entity: 'Link', list: 'links', rule: linkInput },
] as const;

export type Entity = (typeof ENTITIES)[number]['entity'];

export type InputRecord = z.infer<(typeof ENTITIES)[number]['rule']>;

/** What a record is called by: its code, its slug, or for a link `from → to (relation)`; null where that is missing. */
export function nameOf(entity: Entity, record: unknown): string | null {
  const of = (record ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 300) : null);
  if (entity === 'Link') {
    const [from, to, relation] = [text(of.from), text(of.to), text(of.relation)];
    return from && to && relation ? `${from} → ${to} (${relation})` : null;
  }
  if (entity === 'Country') return text(of.iso3);
  return text(entity === 'Group' || entity === 'Provider' ? of.code : of.slug);
}
