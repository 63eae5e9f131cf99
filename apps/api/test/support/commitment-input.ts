import type { CommitmentInput } from '@muster/schema/rules';

let last = 0;

/** A whole, valid commitment under a slug of its own. */
export function makeInput(changes: Partial<CommitmentInput> = {}): CommitmentInput {
  last += 1;
  return {
    slug: `pledge-${last}`,
    title: 'A thousand officers',
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
    recipients: [
      { country: 'KEN', group: null, shareLow: 10, shareHigh: 20 },
      { country: null, group: 'GRP:Pacific', shareLow: null, shareHigh: null },
    ],
    recipientsStated: 'Kenya and the Pacific',
    confidence: 'MEDIUM',
    status: 'ANNOUNCED',
    note: null,
    claims: [makeClaim()],
    otherFigures: [{ label: 'yuan', value: 3_000_000_000, qualifier: null, note: null }],
    ...changes,
  };
}

export function makeClaim(
  changes: Partial<CommitmentInput['claims'][number]> = {},
): CommitmentInput['claims'][number] {
  return {
    source: 'daily-2024',
    low: 1000,
    high: 1200,
    qualifier: 'ABOUT',
    fragment: 'about 1,000 officers',
    locator: null,
    language: 'en',
    rank: 'NORMAL',
    rankReason: null,
    note: null,
    ...changes,
  };
}
