export { ChartFigure, ChartKey } from './chart-figure.tsx';
export { ViewFiles } from './view-files.tsx';
export { WrittenDrawing } from './written-drawing.tsx';
