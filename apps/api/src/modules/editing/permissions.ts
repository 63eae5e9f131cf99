import type { RecordState } from '@muster/db';
import { GraphQLError } from 'graphql';
import { requireLive } from '../../at-release.ts';
import type { Context, Viewer } from '../../context.ts';

export type Action = 'create' | 'update' | 'submit' | 'sendBack' | 'publish' | 'retract' | 'delete';

interface Editable {
  /** Whether readers see it, or the effect of it. */
  isSeen: boolean;
  /** Whether the viewer wrote its latest content. */
  isOwn: boolean;
}

const RANKS = { EDITOR: 1, REVIEWER: 2, ADMIN: 3 } as const;

export function hasRole(viewer: Viewer | null, role: Viewer['role']): viewer is Viewer {
  return viewer !== null && RANKS[viewer.role] >= RANKS[role];
}

/** For what editors alone see. Throws UNAUTHENTICATED, or InputError within a release. */
export function requireEditor(ctx: Context): Context & { viewer: Viewer } {
  const { viewer } = requireLive(ctx);
  // The context itself: its time limit hangs on it.
  if (hasRole(viewer, 'EDITOR')) return ctx as Context & { viewer: Viewer };
  throw new GraphQLError('Please sign in to see records that are not published.', {
    extensions: { code: 'UNAUTHENTICATED' },
  });
}

/** Why the viewer may not do this, in words for them; null where they may. */
export function findRefusal(viewer: Viewer | null, action: Action, record: Editable | null): string | null {
  if (viewer === null) return 'Please sign in to change records.';
  const isReviewer = hasRole(viewer, 'REVIEWER');
  if (record?.isSeen && !isReviewer && action in SEEN) return SEEN[action] ?? null;
  if (action === 'retract' && !isReviewer)
    return 'Taking a record back needs the role REVIEWER. Ask a reviewer.';
  if (action === 'sendBack' && !isReviewer && !record?.isOwn)
    return 'Sending a record back needs the role REVIEWER; its author may take it back. Ask a reviewer.';
  if (action !== 'publish') return null;
  if (!isReviewer) return 'Publishing needs the role REVIEWER. Send the record to review.';
  if (record?.isOwn && !hasRole(viewer, 'ADMIN')) {
    return 'You wrote this version: another reviewer, or an administrator, must publish it.';
  }
  return null;
}

const SEEN: Partial<Record<Action, string>> = {
  create: 'Readers will see the effect of this record: writing it needs the role REVIEWER. Ask a reviewer.',
  update: 'Readers see this record: changing it needs the role REVIEWER. Ask a reviewer.',
  delete: 'Readers see this record: deleting it needs the role REVIEWER. Ask a reviewer.',
};

const STATES: Record<Exclude<Action, 'create'>, readonly RecordState[]> = {
  update: ['DRAFT', 'IN_REVIEW', 'PUBLISHED'],
  submit: ['DRAFT'],
  sendBack: ['IN_REVIEW'],
  publish: ['IN_REVIEW', 'RETRACTED'],
  retract: ['PUBLISHED'],
  delete: ['DRAFT', 'IN_REVIEW'],
};

const REMEDIES: Record<Exclude<Action, 'create'>, string> = {
  update: 'publish it again before changing it',
  submit: 'only a draft can be sent to review',
  sendBack: 'only what waits for review can be sent back',
  publish: 'send it to review first',
  retract: 'only a published record can be taken back',
  delete: 'others may link to it; take it back instead, its address then gives the reason',
};

/** Why a record in this state cannot take the action; null where it can. */
export function findStateProblem(action: Exclude<Action, 'create'>, state: RecordState): string | null {
  return STATES[action].includes(state) ? null : `the record is ${state}: ${REMEDIES[action]}`;
}
