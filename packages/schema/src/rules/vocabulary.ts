import { z } from 'zod';

// The words of the record model. prisma/schema.prisma has the same; a test of the dataset compares them.
export const UNITS = ['PEOPLE', 'PLACES', 'COURSES'] as const;
export const MEASURES = [
  'TRAINEES',
  'PLACES',
  'GRADUATES',
  'PARTICIPATIONS',
  'PARTICIPANTS',
  'VISITORS',
  'DEGREE_STUDENTS',
  'EXERCISE_PARTICIPANTS',
  'TRAINERS',
  'COURSES',
] as const;
export const AUDIENCES = ['POLICE', 'LAW_ENFORCEMENT', 'MILITARY', 'SECURITY', 'JUSTICE', 'MIXED'] as const;
export const RATES = ['PER_YEAR'] as const;
export const PRECISIONS = ['DAY', 'MONTH', 'YEAR'] as const;
export const VOICES = ['PROVIDER', 'RECIPIENT', 'INDEPENDENT', 'MEDIA'] as const;
export const RECIPIENT_SCOPES = ['NAMED', 'PARTLY_NAMED', 'GROUP', 'UNSPECIFIED'] as const;
export const COMMITMENT_STATUSES = ['PROPOSED', 'ANNOUNCED', 'SIGNED', 'REJECTED', 'WITHDRAWN'] as const;
export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export const QUALIFIERS = ['EXACT', 'OVER', 'ABOUT', 'NEARLY', 'UP_TO', 'AT_LEAST'] as const;
export const CLAIM_RANKS = ['PREFERRED', 'NORMAL', 'DEPRECATED'] as const;
export const SOURCE_KINDS = ['OFFICIAL', 'WIRE', 'MEDIA', 'RESEARCH', 'REWRITE'] as const;
export const LINK_RELATIONS = [
  'PART_OF',
  'MAY_BE_PART_OF',
  'SAME_AS',
  'SUPERSEDES',
  'FULFILS',
  'RENEWS',
  'DISTINCT',
] as const;
export const LINK_BASES = ['STATED', 'INFERRED'] as const;
export const EVENT_KINDS = [
  'FORUM',
  'SUMMIT',
  'MEETING',
  'AGREEMENT',
  'STATEMENT',
  'CRITICISM',
  'TRAINING',
  'EXERCISE',
] as const;
export const EVENT_STATUSES = ['PROPOSED', 'SIGNED', 'IN_FORCE', 'EXPIRED', 'REJECTED'] as const;
export const COUNTRY_ROLES = ['PARTY', 'PARTICIPANT', 'RECIPIENT', 'MENTIONED', 'CRITIC'] as const;
export const GROUP_KINDS = ['M49_REGION', 'ORGANISATION', 'FORUM', 'INFORMAL'] as const;
export const PROVIDER_KINDS = ['COUNTRY', 'ORGANISATION'] as const;

/** One word of a list; the refusal names the bad word and the words to choose from. */
export function choice<const Words extends readonly [string, ...string[]]>(name: string, words: Words) {
  return z.enum(words, {
    error: ({ input }) =>
      input === undefined || input === null
        ? `choose a ${name}: ${words.join(', ')}`
        : `unknown ${name}: ${String(input)}; use one of ${words.join(', ')}`,
  });
}
