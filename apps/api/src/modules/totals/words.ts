import type {
  Audience,
  CommitmentStatus,
  Confidence,
  Measure,
  RecipientScope,
  Unit,
  Voice,
} from '@muster/db';
import type { Quantity } from './record.ts';

export const UNIT_WORDS: Record<Unit, string> = {
  PEOPLE: 'people',
  PLACES: 'training places',
  COURSES: 'courses',
};

export const MEASURE_WORDS: Record<Measure, string> = {
  TRAINEES: 'trainees',
  PLACES: 'places',
  GRADUATES: 'graduates',
  PARTICIPATIONS: 'attendances',
  PARTICIPANTS: 'people present at a seminar or meeting',
  VISITORS: 'visitors',
  DEGREE_STUDENTS: 'students of a degree',
  EXERCISE_PARTICIPANTS: 'people in a joint exercise',
  TRAINERS: 'trainers',
  COURSES: 'courses',
};

export const STATUS_WORDS: Record<CommitmentStatus, string> = {
  PROPOSED: 'only proposed',
  ANNOUNCED: 'announced',
  SIGNED: 'signed',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

export const AUDIENCE_WORDS: Record<Audience, string> = {
  POLICE: 'police',
  LAW_ENFORCEMENT: 'law enforcement',
  MILITARY: 'armed forces',
  SECURITY: 'security professionals',
  JUSTICE: 'justice and law enforcement',
  MIXED: 'military or civil service together with police',
};

export const VOICE_WORDS: Record<Voice, string> = {
  PROVIDER: 'the provider itself',
  RECIPIENT: 'a recipient',
  INDEPENDENT: 'somebody independent of both sides',
  MEDIA: 'media that name nobody',
};

export const CONFIDENCE_WORDS: Record<Confidence, string> = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };

export const SCOPE_WORDS: Record<RecipientScope, string> = {
  NAMED: 'all named',
  PARTLY_NAMED: 'partly named',
  GROUP: 'named as a group',
  UNSPECIFIED: 'not named',
};

// Made once: `toLocaleString` makes another for each number.
const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

export function writeNumber(value: number): string {
  return NUMBERS.format(value);
}

/** `5,000`, or `5,000–9,000`. */
export function writeQuantity({ low, high }: Quantity): string {
  return low === high ? writeNumber(low) : `${writeNumber(low)}–${writeNumber(high)}`;
}

/** `“a”`, as a record is named in a sentence. */
export function writeTitle({ title }: { title: string }): string {
  return `“${title}”`;
}

/** `a`, `a and b`, `a, b and c`. */
export function writeList(items: string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** With a capital letter. */
export function writeStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
