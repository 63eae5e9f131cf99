import type { Link } from '@muster/accounting';
import type { RecordedLink } from './record.ts';

type Relation = Link['relation'];
interface Step {
  to: string;
  relation: Relation;
}

export type Steps = ReadonlyMap<string, Step[]>;

/**
 * The links among the counts that are present. A chain that runs through a count which is left out, but still
 * holds (`through`), becomes one link: being part of is transitive, and leaving a count out of view must not make
 * others more distinct than they are.
 */
export function linkPresent(
  steps: Steps,
  present: ReadonlySet<string>,
  through: ReadonlySet<string>,
): Link[] {
  return [...present].flatMap((from) =>
    reachPresent(from, steps, present, through).map(({ to, relation }) => ({ from, to, relation })),
  );
}

function reachPresent(
  from: string,
  steps: Steps,
  present: ReadonlySet<string>,
  through: ReadonlySet<string>,
): Step[] {
  const reached: Step[] = [];
  const seen = new Set<string>();
  const pending = [...(steps.get(from) ?? [])];
  for (const step of pending) {
    const key = `${step.relation} ${step.to}`;
    if (seen.has(key) || step.to === from) continue;
    seen.add(key);
    if (present.has(step.to)) reached.push(step);
    else if (through.has(step.to)) {
      for (const next of steps.get(step.to) ?? []) {
        pending.push({ to: next.to, relation: chain(step.relation, next.relation) });
      }
    }
  }
  return reached;
}

/**
 * The links that say what is inside of what, by where they start. A later statement of the same thing may hold all of
 * the earlier, so what is part of the later may be among the earlier: that tells where only the earlier is summed.
 */
export function mapSteps(links: RecordedLink[]): Steps {
  const steps = new Map<string, Step[]>();
  const addStep = (from: string, to: string, relation: Relation) => {
    const known = steps.get(from);
    if (known) known.push({ to, relation });
    else steps.set(from, [{ to, relation }]);
  };
  for (const { from, to, relation } of links) {
    if (relation === 'PART_OF' || relation === 'MAY_BE_PART_OF') addStep(from, to, relation);
    if (relation !== 'SAME_AS') continue;
    addStep(from, to, relation);
    addStep(to, from, relation);
  }
  for (const { from, to, relation } of links)
    if (relation === 'SUPERSEDES' && !reaches(steps, to, from)) addStep(from, to, 'MAY_BE_PART_OF');
  return steps;
}

function reaches(steps: Steps, start: string, goal: string): boolean {
  const seen = new Set([start]);
  for (const slug of seen) for (const { to } of steps.get(slug) ?? []) seen.add(to);
  return seen.has(goal);
}

function chain(first: Relation, second: Relation): Relation {
  if (first === 'SAME_AS') return second;
  if (second === 'SAME_AS') return first;
  return first === 'PART_OF' && second === 'PART_OF' ? 'PART_OF' : 'MAY_BE_PART_OF';
}
