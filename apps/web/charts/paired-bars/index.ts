export { drawPairs, listMarks } from './draw.tsx';
export { framePairs, type PairedBarsData, type PairedYear } from './frame.ts';
export { PairedBars } from './paired-bars.tsx';
