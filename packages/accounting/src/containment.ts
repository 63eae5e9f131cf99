import { AccountingError } from './errors.ts';
import type { Joined } from './joined.ts';
import type { Link } from './types.ts';

/** A PART_OF or MAY_BE_PART_OF link between two figures that are present, re-pointed to what they joined. */
export interface Containment {
  part: Joined;
  whole: Joined;
  link: Link;
}

/** Keeps the links that say what is inside what. A link to a figure that is not present says nothing yet. */
export function findContainments(joined: Map<string, Joined>, links: Link[]): Containment[] {
  const containments: Containment[] = [];
  for (const link of links) {
    if (link.relation !== 'PART_OF' && link.relation !== 'MAY_BE_PART_OF') continue;
    const part = joined.get(link.from);
    const whole = joined.get(link.to);
    if (part && whole) containments.push({ part, whole, link });
  }
  return containments;
}

/**
 * The figures of the containments, each before all that it is inside.
 * Throws CYCLE, naming the path, when something would be inside itself: docs/methodology.md, rule 5.
 */
export function sortInnerFirst(containments: Containment[]): Joined[] {
  const inside = new Map<Joined, Containment[]>();
  const waiting = new Map<Joined, number>();
  for (const { part, whole } of containments) {
    inside.set(part, []);
    inside.set(whole, []);
    waiting.set(part, 0);
  }
  for (const containment of containments) {
    inside.get(containment.whole)?.push(containment);
    waiting.set(containment.part, (waiting.get(containment.part) ?? 0) + 1);
  }
  // Take off whatever is inside nothing that is still there; what then remains leads into a cycle.
  const outermost = [...inside.keys()].filter((figure) => !waiting.get(figure));
  for (const figure of outermost) {
    for (const { part } of inside.get(figure) ?? []) {
      const left = (waiting.get(part) ?? 0) - 1;
      waiting.set(part, left);
      if (left === 0) outermost.push(part);
    }
  }
  if (outermost.length < inside.size) throw nameCycle(containments, new Set(outermost));
  return outermost.reverse();
}

function nameCycle(containments: Containment[], outside: Set<Joined>): AccountingError {
  const outward = new Map<Joined, Containment>();
  for (const containment of containments) {
    if (!outside.has(containment.part) && !outside.has(containment.whole)) {
      outward.set(containment.part, containment);
    }
  }
  const path: Containment[] = [];
  const steps = new Map<Joined, number>();
  let step = outward.values().next().value;
  while (step && !steps.has(step.part)) {
    steps.set(step.part, path.length);
    path.push(step);
    step = outward.get(step.whole);
  }
  const cycle = path.slice(step ? steps.get(step.part) : 0);
  const ids = [...new Set(cycle.flatMap(({ link }) => [link.from, link.to]))];
  return new AccountingError('CYCLE', `cycle of PART_OF links: ${writePath(cycle)}`, ids);
}

/** `a → b → a`, or `a → b = c → a` where b and c are the same. */
function writePath(cycle: Containment[]): string {
  const first = cycle[0]?.link.from ?? '';
  return cycle.reduce((text, { link }, index) => {
    const next = cycle[index + 1]?.link.from ?? first;
    return `${text} → ${link.to}${next === link.to ? '' : ` = ${next}`}`;
  }, first);
}
