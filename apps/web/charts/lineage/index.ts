export { buildLineage, Lineage, type LineageProps } from './lineage.tsx';
