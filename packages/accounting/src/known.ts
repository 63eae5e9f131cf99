import type { DatedFigure } from './record.ts';
import type { Link } from './types.ts';

export interface LeftOut {
  id: string;
  reason: 'SUPERSEDED' | 'NOT_YET_KNOWN';
}

/**
 * The figures that take part on the ISO day `knownOn`, and those left out with the reason (docs/methodology.md,
 * rule 1).
 * A known figure supersedes even when it is itself superseded.
 */
export function selectKnown(
  figures: DatedFigure[],
  links: Link[],
  knownOn: string,
): { present: DatedFigure[]; left: LeftOut[] } {
  const replacing = links.filter(({ relation }) => relation === 'SUPERSEDES');
  const successors = new Set(replacing.map(({ from }) => from));
  const known = new Set<string>();
  for (const figure of figures) {
    if (figure.knownOn <= knownOn && successors.has(figure.id)) known.add(figure.id);
  }
  const superseded = new Set(replacing.filter(({ from }) => known.has(from)).map(({ to }) => to));
  const present: DatedFigure[] = [];
  const left: LeftOut[] = [];
  for (const figure of figures) {
    if (figure.knownOn > knownOn) left.push({ id: figure.id, reason: 'NOT_YET_KNOWN' });
    else if (superseded.has(figure.id)) left.push({ id: figure.id, reason: 'SUPERSEDED' });
    else present.push(figure);
  }
  return { present, left };
}
