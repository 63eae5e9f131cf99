import { AccountingError, type Figure, type Link, totalAt } from '@muster/accounting';
import type { LinkRelation } from '@muster/db';

interface Arrow {
  fromId: number;
  toId: number;
  relation: LinkRelation;
}

const DAY = '2000-01-01';

/**
 * The way round by which a count would be part of itself or replace itself, those that are the same taken as one:
 * `1 → 2 = 3 → 1` in ids of counts; null: there is none. The accounting's own check finds it.
 */
export function findCycle(links: readonly Arrow[]): string | null {
  const parts = links.filter(({ relation }) => relation === 'PART_OF' || relation === 'MAY_BE_PART_OF');
  const replacements = links.filter(({ relation }) => relation === 'SUPERSEDES');
  const same = links.filter(({ relation }) => relation === 'SAME_AS');
  return findCycleOf([...parts, ...same]) ?? findCycleOf([...replacements, ...same]);
}

function findCycleOf(arrows: readonly Arrow[]): string | null {
  const ids = new Set(arrows.flatMap(({ fromId, toId }) => [String(fromId), String(toId)]));
  const figures = [...ids].map((id): Figure => {
    const window = { start: DAY, end: '2000-01-02' };
    return { id, quantity: { low: 0, high: 0 }, window, knownOn: DAY };
  });
  const links = arrows.map(({ fromId, toId, relation }): Link => {
    const containment = relation === 'SAME_AS' ? 'SAME_AS' : 'PART_OF';
    return { from: String(fromId), to: String(toId), relation: containment };
  });
  try {
    totalAt(figures, links, { at: DAY, schedule: 'EVEN', knownOn: DAY });
    return null;
  } catch (error) {
    if (!(error instanceof AccountingError) || error.code !== 'CYCLE') throw error;
    return error.message.slice(error.message.indexOf(': ') + 2);
  }
}
