export { drawMap, listMapMarks, type StopWords } from './draw.tsx';
export { MapChart } from './map-chart.tsx';
export { type MapCountry, type MapData, type MapRegion, mapRegions, type Reach, type Tone } from './props.ts';
