export { drawMap, listMapMarks, type StopWords } from './draw.tsx';
export { MapChart } from './map-chart.tsx';
export type { MapCountry, MapData, Reach, Tone } from './props.ts';
export { type MapRegion, mapRegions } from './regions.ts';
