// Its 80,000 points are not read by the compiler.
declare module 'world-atlas/countries-50m.json' {
  const world: import('topojson-specification').Topology<{
    countries: import('topojson-specification').GeometryCollection<{ name: string }>;
  }>;
  export default world;
}
