export { BoxGraphPicture, type BoxGraphProps } from './box-graph.tsx';
export {
  type BoxGraph,
  type GraphBox,
  type GraphNeighbour,
  layOutNarrow,
  layOutWide,
} from './layout.ts';
