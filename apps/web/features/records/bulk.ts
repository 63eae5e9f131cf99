import type { Kind } from '@/features/editing/kinds.ts';
import type { Action, Answer } from '@/features/editing/mutations.ts';
import type { Viewer } from '@/features/session/viewer.ts';
import type * as api from '@/generated/contract.ts';
import { formatSentence, startLine } from '@/text/sentence.ts';

/** What can be done to many records at once. */
export type BulkAction = Exclude<Action, 'create' | 'update'>;

/** A record as it was listed. */
export interface BulkRow {
  key: string;
  title: string;
  state: api.RecordState | null;
  version: number;
}

/** A record as it stands when the summary is asked for. */
export interface Standing {
  version: number;
  isOwn: boolean;
  actions: readonly api.RecordAction[];
  referrers: readonly string[];
}

export interface BulkPlan {
  will: BulkRow[];
  cannot: { row: BulkRow; why: string }[];
}

interface BulkWords {
  /** "3 commitments sent to review". */
  done: string;
  action: api.RecordAction;
  /** States from which it can be done; left out by what is done to kinds without states too. */
  states: readonly api.RecordState[];
  wrongState: string;
  needsReviewer: boolean;
  needsReason: boolean;
  /** What comes of it. */
  effect: string;
}

export const bulkWords: Readonly<Record<BulkAction, BulkWords>> = {
  submit: {
    done: 'sent to review',
    action: 'SUBMIT',
    states: ['DRAFT'],
    wrongState: 'only a draft can be sent to review',
    needsReviewer: false,
    needsReason: false,
    effect: 'They wait for somebody else to publish them.',
  },
  sendBack: {
    done: 'sent back',
    action: 'SEND_BACK',
    states: ['IN_REVIEW'],
    wrongState: 'it is not in review',
    needsReviewer: false,
    needsReason: true,
    effect: 'They go back to their authors as drafts, with your reason.',
  },
  publish: {
    done: 'published',
    action: 'PUBLISH',
    states: ['IN_REVIEW', 'RETRACTED'],
    wrongState: 'it must be in review first',
    needsReviewer: true,
    needsReason: false,
    effect: 'Readers see them at once, and totals change.',
  },
  retract: {
    done: 'taken back',
    action: 'RETRACT',
    states: ['PUBLISHED'],
    wrongState: 'readers do not see it',
    needsReviewer: true,
    needsReason: true,
    effect: 'Their addresses stay and give your reason to readers; totals change.',
  },
  delete: {
    done: 'deleted',
    action: 'DELETE',
    states: ['DRAFT', 'IN_REVIEW'],
    wrongState: 'it was published, and others may cite it; take it back instead',
    needsReviewer: false,
    needsReason: false,
    effect: 'They are gone from the lists; their history stays.',
  },
};

export function bulkActionsOf({ hasStates, isOpen }: Kind): BulkAction[] {
  if (!isOpen) return [];
  return hasStates ? ['submit', 'sendBack', 'publish', 'retract', 'delete'] : ['delete'];
}

/**
 * What would be done to which, and why not to the others. `standings`: the records as they stand now, by key; null where
 * they could not be asked for, and the list alone is known. The API has the last word.
 */
export function planBulk(
  action: BulkAction,
  rows: readonly BulkRow[],
  role: Viewer['role'],
  standings: ReadonlyMap<string, Standing> | null,
): BulkPlan {
  const plan: BulkPlan = { will: [], cannot: [] };
  for (const row of rows) {
    const why =
      findObstacle(action, row, role) ??
      (standings && findStandingObstacle(action, row, standings.get(row.key)));
    if (why === null) plan.will.push(row);
    else plan.cannot.push({ row, why: formatSentence(why) });
  }
  return plan;
}

function findObstacle(action: BulkAction, { state }: BulkRow, role: Viewer['role']): string | null {
  const { states, wrongState, needsReviewer } = bulkWords[action];
  if (needsReviewer && role === 'EDITOR') return 'this needs the role REVIEWER; ask a reviewer';
  return state !== null && !states.includes(state) ? wrongState : null;
}

function findStandingObstacle(
  action: BulkAction,
  { version }: BulkRow,
  standing: Standing | undefined,
): string | null {
  if (!standing) return 'it is not there any more';
  if (standing.version !== version) {
    return `it was changed since this page was loaded: version ${standing.version} stands now; look at it first`;
  }
  if (!standing.actions.includes(bulkWords[action].action)) {
    return action === 'publish' && standing.isOwn
      ? 'you wrote this version: another reviewer, or an administrator, must publish it'
      : 'your role may not do this to it; ask a reviewer';
  }
  if (action === 'delete' && standing.referrers.length > 0) {
    return `it is still named by ${standing.referrers.join(', ')}`;
  }
  return null;
}

/** Why a record was refused, in words; null where it was done. */
export function findBulkRefusal(answer: Answer): string | null {
  switch (answer.is) {
    case 'saved':
    case 'deleted':
      return null;
    case 'invalid':
      return answer.problems.map(({ message }) => formatSentence(message)).join(' ');
    case 'conflict':
      return `${startLine(answer.changedBy)} changed it to version ${answer.currentVersion} meanwhile: nothing was done to it.`;
    case 'refused':
      return answer.message;
  }
}
