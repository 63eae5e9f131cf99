import type * as api from '@/generated/contract.ts';
import { readParam, type SearchParams } from '@/text/index.ts';
import { areaWords } from './words.ts';

/** What the address asks for; null where it does not. */
export interface AuditView {
  actor: string | null;
  area: api.AuditArea | null;
  record: string | null;
  from: string | null;
  /** The last day, included. */
  to: string | null;
  after: string | null;
  before: string | null;
}

export const wholeLog: AuditView = {
  actor: null,
  area: null,
  record: null,
  from: null,
  to: null,
  after: null,
  before: null,
};

export function readAuditView(params: SearchParams): AuditView {
  const area = readParam(params, 'area') ?? '';
  return {
    actor: readParam(params, 'actor'),
    area: Object.hasOwn(areaWords, area) ? (area as api.AuditArea) : null,
    record: readParam(params, 'record'),
    from: readParam(params, 'from'),
    to: readParam(params, 'to'),
    after: readParam(params, 'after'),
    before: readParam(params, 'before'),
  };
}

/** The API's days end before `until`; people name the last day. */
export function toAuditFilter({ actor, area, record, from, to }: AuditView): api.AuditFilter {
  return { actor, areas: area ? [area] : null, record, from, until: to && nextDay(to) };
}

function nextDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  // What is no day is left for the API to refuse.
  return Number.isNaN(time) ? day : new Date(time + 86_400_000).toISOString().slice(0, 10);
}
