export { BoxGraphPicture, type BoxGraphProps } from './box-graph.tsx';
export { drawGraph } from './draw.tsx';
export { GraphSvg } from './graph-svg.tsx';
export {
  type BoxGraph,
  type GraphBox,
  type GraphNeighbour,
  layOutNarrow,
  layOutWide,
} from './layout.ts';
export { describeGraph } from './words.ts';
