import type { ClaimRow, CountRow } from './rows.ts';

export type TrackabilityPartName = 'NUMBER' | 'UNIT' | 'WINDOW' | 'RECIPIENTS' | 'VOICE';

export interface TrackabilityRow {
  score: number;
  parts: { part: TrackabilityPartName; present: boolean }[];
}

/**
 * How much of what tracking needs the record has, read strictly: 0 to 5.
 * UNIT: people, and every telling that has a number (deprecated ones aside) has the same one.
 * VOICE: somebody other than the provider speaks; media that name nobody do not count as somebody.
 */
export function judgeTrackability(count: CountRow, claims: readonly ClaimRow[]): TrackabilityRow {
  const { window, voice } = count;
  const parts = [
    { part: 'NUMBER' as const, present: count.quantity !== null },
    { part: 'UNIT' as const, present: count.unit === 'PEOPLE' && isAgreed(claims) },
    { part: 'WINDOW' as const, present: window.start !== null && window.end !== null },
    { part: 'RECIPIENTS' as const, present: count.recipientScope === 'NAMED' },
    { part: 'VOICE' as const, present: voice !== 'PROVIDER' && voice !== 'MEDIA' },
  ];
  return { score: parts.filter(({ present }) => present).length, parts };
}

function isAgreed(claims: readonly ClaimRow[]): boolean {
  const tellings = claims.filter(({ rank, low }) => rank !== 'DEPRECATED' && low !== null);
  return new Set(tellings.map(({ low, high }) => `${low}–${high}`)).size === 1;
}
