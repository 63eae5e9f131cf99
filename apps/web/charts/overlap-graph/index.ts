export { buildOverlapGraph, type OverlapLink } from './graph.ts';
export { OverlapGraph, type OverlapGraphProps } from './overlap-graph.tsx';
