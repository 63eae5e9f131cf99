/** An import as the API tells of it. */
export interface ImportJob {
  id: number;
  fileName: string;
  format: 'csv' | 'xlsx' | 'json';
  state: 'READING' | 'READ' | 'CHECKING' | 'CHECKED' | 'APPLYING' | 'APPLIED' | 'CANCELLED' | 'FAILED';
  isSilent: boolean;
  actorName: string;
  header: string[] | null;
  mapping: (string | null)[] | null;
  fields: { name: string; label: string }[] | null;
  rows: number;
  done: number;
  totals: { new: number; changed: number; same: number; rejected: number; alike: number } | null;
  message: string | null;
  createdAt: string;
  mayStates: NewState[];
}

export type NewState = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED';
export type Verdict = 'NEW' | 'CHANGED' | 'SAME' | 'REJECTED';

export interface ImportRow {
  position: number;
  entity: string;
  name: string | null;
  given: unknown;
  verdict: Verdict;
  record: Record<string, unknown> | null;
  before: Record<string, unknown> | null;
  problems: { field: string; message: string }[] | null;
  readings: { field: string; given: string; read: string }[] | null;
  changes: string[] | null;
  alike: string[] | null;
}

export const stateWords: Record<ImportJob['state'], string> = {
  READING: 'being read',
  READ: 'read, not yet checked',
  CHECKING: 'being checked',
  CHECKED: 'checked',
  APPLYING: 'being brought in',
  APPLIED: 'brought in',
  CANCELLED: 'given up',
  FAILED: 'failed',
};

export const verdictWords: Record<Verdict, string> = {
  REJECTED: 'Refused',
  CHANGED: 'Changed',
  NEW: 'New',
  SAME: 'The same',
};

export const isOngoing = ({ state }: ImportJob) => state === 'CHECKING' || state === 'APPLYING';
