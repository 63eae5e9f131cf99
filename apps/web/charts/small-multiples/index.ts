export { drawMultiples, multiplesKey } from './draw.tsx';
export { framePanels, type Panel, type PanelPoint, type SmallMultiplesData } from './frame.ts';
export { SmallMultiples } from './small-multiples.tsx';
