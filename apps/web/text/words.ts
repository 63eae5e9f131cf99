import type * as api from '@/generated/contract.ts';

/** English for the contract's enum values, in one place. */
export const unitWords: Record<api.Unit, string> = { PEOPLE: 'people', PLACES: 'places', COURSES: 'courses' };

export const providerKindWords: Record<api.ProviderKind, string> = {
  COUNTRY: 'Country',
  ORGANISATION: 'Organisation',
};

export const audienceWords: Record<api.Audience, string> = {
  POLICE: 'Police',
  LAW_ENFORCEMENT: 'Law enforcement',
  MILITARY: 'Military',
  SECURITY: 'Security professionals',
  JUSTICE: 'Justice',
  MIXED: 'Mixed with others',
};

export const verdictWords: Record<api.Verdict, string> = {
  MET: 'Met',
  BEHIND: 'Behind',
  INDETERMINATE: 'Cannot be told',
  UNREPORTED: 'Unreported',
  RUNNING: 'Running',
};

export const voiceWords: Record<api.Voice, string> = {
  PROVIDER: 'by the provider',
  RECIPIENT: 'by a recipient',
  INDEPENDENT: 'by someone independent',
  MEDIA: 'by media, unnamed',
};

export const measureWords: Record<api.Measure, string> = {
  TRAINEES: 'people trained',
  PLACES: 'places offered',
  GRADUATES: 'people who completed',
  PARTICIPATIONS: 'attendances',
  PARTICIPANTS: 'people at a meeting',
  VISITORS: 'visitors',
  DEGREE_STUDENTS: 'degree students',
  EXERCISE_PARTICIPANTS: 'people in an exercise',
  TRAINERS: 'trainers',
  COURSES: 'courses',
};

export const statusWords: Record<api.CommitmentStatus, string> = {
  PROPOSED: 'Proposed',
  ANNOUNCED: 'Announced',
  SIGNED: 'Signed',
  REJECTED: 'Turned down',
  WITHDRAWN: 'Taken back',
};

export const relationWords: Record<api.LinkRelation, string> = {
  PART_OF: 'is part of',
  MAY_BE_PART_OF: 'may be part of',
  SAME_AS: 'is the same as',
  SUPERSEDES: 'replaces',
  FULFILS: 'reports on',
  RENEWS: 'renews',
  DISTINCT: 'has nothing in common with',
};

export const basisWords: Record<api.LinkBasis, string> = {
  STATED: 'a source says so',
  INFERRED: 'inferred, no source says so',
};

export const sourceKindWords: Record<api.SourceKind, string> = {
  OFFICIAL: 'official',
  WIRE: 'wire',
  MEDIA: 'media',
  RESEARCH: 'research',
  REWRITE: 'rewrite',
};

export const qualifierWords: Record<api.Qualifier, string> = {
  EXACT: 'exact',
  OVER: 'over',
  ABOUT: 'about',
  NEARLY: 'nearly',
  UP_TO: 'up to',
  AT_LEAST: 'at least',
};

export const confidenceWords: Record<api.Confidence, string> = { HIGH: 'high', MEDIUM: 'medium', LOW: 'low' };

export const rankWords: Record<api.ClaimRank, string> = {
  PREFERRED: 'preferred',
  NORMAL: 'normal',
  DEPRECATED: 'known to be wrong, not counted',
};

export const eventKindWords: Record<api.EventKind, string> = {
  FORUM: 'Forum',
  SUMMIT: 'Summit',
  MEETING: 'Meeting',
  AGREEMENT: 'Agreement',
  STATEMENT: 'Statement',
  CRITICISM: 'Criticism',
  TRAINING: 'Training',
  EXERCISE: 'Exercise',
};

export const reasonWords: Record<api.ExclusionReason, string> = {
  UNIT: 'Its unit cannot be added to people',
  MEASURE: 'It counts something other than people trained',
  NO_QUANTITY: 'It has no number',
  OPEN_WINDOW: 'Its window is open or untold',
  STATUS: 'It was proposed, turned down or taken back',
  SUPERSEDED: 'A later telling replaces it',
  NOT_YET_KNOWN: 'It was not yet known on that day',
  FILTERED: 'The filters leave it out',
};
