import type { CommitmentInput, SourceInput } from '../../../packages/schema/src/rules/index.ts';
import dataset from '../../../prisma/dataset/sources.json' with { type: 'json' };

const source = dataset[0]?.slug ?? '';

/** A commitment by the starter dataset's names, with two claims. */
export function writeCommitment(slug: string, title: string): CommitmentInput {
  const claim: CommitmentInput['claims'][number] = {
    source,
    low: 1000,
    high: 1200,
    qualifier: 'ABOUT',
    fragment: 'about 1,000 officers',
    locator: null,
    language: 'en',
    rank: 'NORMAL',
    rankReason: null,
    note: null,
  };
  return {
    slug,
    title,
    program: 'gsi',
    providers: ['CHN'],
    unit: 'PEOPLE',
    measure: 'TRAINEES',
    audience: 'POLICE',
    audienceStated: 'police officers',
    qualifierStated: null,
    rate: null,
    window: {
      start: { date: '2024-09-05', precision: 'DAY' },
      end: { date: '2027-01-01', precision: 'YEAR' },
      endLatest: null,
      stated: 'within two years',
    },
    statedOn: { date: '2024-09-05', precision: 'DAY' },
    statedBy: 'A minister',
    voice: 'PROVIDER',
    recipientScope: 'PARTLY_NAMED',
    recipients: [{ country: 'KEN', group: null, shareLow: 10, shareHigh: 20 }],
    recipientsStated: 'Kenya and others',
    confidence: 'MEDIUM',
    status: 'ANNOUNCED',
    note: null,
    claims: [claim, { ...claim, low: 900, high: 1100 }],
    otherFigures: [{ label: 'yuan', value: 3_000_000_000, qualifier: null, note: null }],
  };
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
