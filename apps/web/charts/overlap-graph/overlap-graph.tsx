import { BoxGraphPicture, type GraphBox } from '../box-graph/index.ts';
import { buildOverlapGraph, type OverlapLink } from './graph.ts';

export interface OverlapGraphProps {
  centre: GraphBox;
  links: readonly OverlapLink[];
  label: string;
}

/** What a count is, or may be, part of: arrows run from part to whole; broken where nobody can be sure. */
export function OverlapGraph({ centre, links, label }: OverlapGraphProps) {
  return <BoxGraphPicture graph={buildOverlapGraph(centre, links)} label={label} />;
}
