import type { LinkInput } from '@muster/schema/rules';

type Arrow = Pick<LinkInput, 'from' | 'to' | 'relation'>;

/** Counts that would be part of themselves, counts that are the same taken as one: the first such circle, or null. */
export function findCycle(links: readonly Arrow[]): string[] | null {
  const nameOf = joinSame(links);
  const wholes = new Map<string, string[]>();
  for (const { from, to, relation } of links) {
    if (relation !== 'PART_OF' && relation !== 'MAY_BE_PART_OF') continue;
    wholes.set(nameOf(from), [...(wholes.get(nameOf(from)) ?? []), nameOf(to)]);
  }
  const done = new Set<string>();
  const path: string[] = [];

  function walk(at: string): string[] | null {
    const start = path.indexOf(at);
    if (start >= 0) return [...path.slice(start), at];
    if (done.has(at)) return null;
    path.push(at);
    for (const next of wholes.get(at) ?? []) {
      const cycle = walk(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(at);
    return null;
  }

  for (const start of wholes.keys()) {
    const cycle = walk(start);
    if (cycle) return cycle;
  }
  return null;
}

function joinSame(links: readonly Arrow[]): (slug: string) => string {
  const parents = new Map<string, string>();
  const find = (slug: string): string => {
    const parent = parents.get(slug);
    return parent === undefined ? slug : find(parent);
  };
  for (const { from, to, relation } of links) {
    if (relation === 'SAME_AS' && find(from) !== find(to)) parents.set(find(from), find(to));
  }
  return find;
}
