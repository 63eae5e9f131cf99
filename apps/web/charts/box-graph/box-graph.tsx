import { useId } from 'react';
import styles from './box-graph.module.css';
import { GraphSvg } from './graph-svg.tsx';
import { type BoxGraph, layOutNarrow, layOutWide } from './layout.ts';
import { describeGraph } from './words.ts';

export interface BoxGraphProps {
  graph: BoxGraph;
  /** What the graph shows, in a sentence. */
  label: string;
}

/** A record between its neighbours, once in columns and once in a single column for narrow screens. */
export function BoxGraphPicture({ graph, label }: BoxGraphProps) {
  const id = useId();
  const words = { title: label, description: describeGraph(graph) };
  const [wide, narrow] = [layOutWide(graph), layOutNarrow(graph)];
  return (
    <>
      <div className={`${styles.picture} ${styles.wide}`} style={{ maxWidth: wide.width }}>
        <GraphSvg id={`${id}-wide`} graph={wide} words={words} />
      </div>
      <div className={`${styles.picture} ${styles.narrow}`} style={{ maxWidth: narrow.width }}>
        <GraphSvg id={`${id}-narrow`} graph={narrow} words={words} />
      </div>
    </>
  );
}
