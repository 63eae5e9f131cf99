import type { FindingKind } from '@/generated/contract.ts';
import type { QualityDeskQueryVariables } from '@/generated/graphql.ts';
import { addressOf, readParam, type SearchParams } from '@/text/index.ts';
import { kindWords } from './words.ts';

const pageSize = 50;

/** What the address asks the desk to show. */
export interface QualityView {
  kind: FindingKind | null;
  dismissed: boolean;
  after: string | null;
  before: string | null;
}

export const everyFinding: QualityView = { kind: null, dismissed: false, after: null, before: null };

export function readQualityView(params: SearchParams): QualityView {
  const kind = readParam(params, 'kind') ?? '';
  return {
    kind: Object.hasOwn(kindWords, kind) ? (kind as FindingKind) : null,
    dismissed: readParam(params, 'dismissed') === 'yes',
    after: readParam(params, 'after'),
    before: readParam(params, 'before'),
  };
}

export function toVariables({ kind, dismissed, after, before }: QualityView): QualityDeskQueryVariables {
  const page = before ? { last: pageSize, before } : { first: pageSize, after };
  return { ...page, kind: kind ? [kind] : null, dismissed };
}

export function addressOfQuality(view: Partial<QualityView>, path = '/admin/quality'): string {
  const { kind, dismissed, after, before } = view;
  return addressOf(path, { kind, dismissed: dismissed ? 'yes' : null, after, before });
}
