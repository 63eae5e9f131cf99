import type { Change } from './queries.ts';

/** What one person did in one way on one day. */
export interface ChangeGroup {
  action: string;
  actor: string;
  /** The reason that all of them share; null where they differ or give none. */
  reason: string | null;
  changes: Change[];
}

export interface ChangeDay {
  /** ISO day, UTC. */
  day: string;
  groups: ChangeGroup[];
}

/** Changes by day, and within a day by who did what, in the order of the newest of each. */
export function groupChanges(changes: readonly Change[]): ChangeDay[] {
  const days = Map.groupBy(changes, ({ at }) => at.slice(0, 10));
  return [...days].map(([day, members]) => ({ day, groups: groupActions(members) }));
}

function groupActions(changes: readonly Change[]): ChangeGroup[] {
  const groups = Map.groupBy(changes, ({ action, actor }) => JSON.stringify([action, actor]));
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const isShared = members.every(({ reason }) => reason === first.reason);
    return {
      action: first.action,
      actor: first.actor,
      reason: isShared ? (first.reason ?? null) : null,
      changes: members,
    };
  });
}
