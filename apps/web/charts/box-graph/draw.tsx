import type { ChartWords } from '../chart-svg.tsx';
import type { DrawChart } from '../drawing.ts';
import { GraphSvg } from './graph-svg.tsx';
import { type BoxGraph, layOutNarrow, layOutWide } from './layout.ts';

interface GraphInput {
  id: string;
  graph: BoxGraph;
  words: ChartWords;
}

/** A graph in any of its drawings: in columns, or in one column for phones; a stop at each box. */
export function drawGraph({ id, graph, words }: GraphInput): DrawChart {
  return (variant) => {
    const placed = variant === 'narrow' ? layOutNarrow(graph) : layOutWide(graph);
    return {
      svg: <GraphSvg id={`${id}-${variant}`} graph={placed} words={words} />,
      width: placed.width,
      height: placed.height,
      stops: placed.boxes.map(({ id: name, x, y, width, height, figure, lines, href }) => ({
        id: name,
        x: x + width / 2,
        y: y + height / 2,
        label: figure ?? lines.join(' '),
        lines: figure ? [{ text: lines.join(' '), tone: 'muted' as const }] : [],
        href: href ?? undefined,
      })),
    };
  };
}
