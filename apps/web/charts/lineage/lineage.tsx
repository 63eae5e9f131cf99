import { type BoxGraph, BoxGraphPicture, type GraphBox } from '../box-graph/index.ts';

export interface LineageProps {
  source: GraphBox;
  /** The document it rewrites, or a box without address for one that is not among the sources. */
  origin: GraphBox | null;
  derivatives: readonly GraphBox[];
  label: string;
}

/** Where a document's words come from, and who repeated them. */
export function Lineage({ label, ...family }: LineageProps) {
  return <BoxGraphPicture graph={buildLineage(family)} label={label} />;
}

/** Arrows run the way the words went: origin → source → derivatives. */
export function buildLineage({ source, origin, derivatives }: Omit<LineageProps, 'label'>): BoxGraph {
  const join = (box: GraphBox) => ({ box, certainty: 'is' as const, label: 'retold' });
  return { centre: source, before: origin ? [join(origin)] : [], after: derivatives.map(join) };
}
