import { makeClaim, makeInput } from '../../../apps/api/test/support/commitment-input.ts';
import type { CommitmentInput, SourceInput } from '../../../packages/schema/src/rules/index.ts';
import dataset from '../../../prisma/dataset/sources.json' with { type: 'json' };

const source = dataset[0]?.slug ?? '';

/** A commitment by the starter dataset's names, with two claims. */
export function writeCommitment(slug: string, title: string): CommitmentInput {
  const claims = [makeClaim({ source }), makeClaim({ source, low: 900, high: 1100 })];
  const recipients = [{ country: 'KEN', group: null, shareLow: 10, shareHigh: 20 }];
  return makeInput({ slug, title, recipients, recipientsStated: 'Kenya and others', claims });
}

export function writeSource(slug: string, title: string): SourceInput {
  return {
    slug,
    title,
    titleIsDescriptive: false,
    publisher: 'Daily',
    url: null,
    archivedUrl: null,
    publishedOn: null,
    kind: 'MEDIA',
    language: 'en',
    derivedFrom: null,
    derivedFromNote: null,
    note: null,
  };
}
