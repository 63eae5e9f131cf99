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
  const known = new Set(figures.filter((figure) => figure.knownOn <= knownOn).map(({ id }) => id));
  const superseded = new Set(
    links.filter(({ relation, from }) => relation === 'SUPERSEDES' && known.has(from)).map(({ to }) => to),
  );
  const present: DatedFigure[] = [];
  const left: LeftOut[] = [];
  for (const figure of figures) {
    if (!known.has(figure.id)) left.push({ id: figure.id, reason: 'NOT_YET_KNOWN' });
    else if (superseded.has(figure.id)) left.push({ id: figure.id, reason: 'SUPERSEDED' });
    else present.push(figure);
  }
  return { present, left };
}
