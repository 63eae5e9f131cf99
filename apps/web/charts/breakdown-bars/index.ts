export { BreakdownBars } from './breakdown-bars.tsx';
export { drawBreakdown, listMarks } from './draw.tsx';
export { type BreakdownBar, type BreakdownBarsData, frameBreakdown } from './frame.ts';
