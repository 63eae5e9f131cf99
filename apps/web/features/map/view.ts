import { type MapRegion, mapRegions } from '@/charts/map/props.ts';
import { type Issue, isWordy, parseView, toParams, type View } from '@/features/overview/view.ts';
import { addressOf, readParam, type SearchParams } from '@/text/address.ts';

export type Shown = 'promised' | 'reported';

/** What the map shows: the overview's question without its recipients, seen from promises or from reports. */
export interface MapView extends View {
  show: Shown;
  region: MapRegion;
  /** Slug of the count that is picked out; null: none. */
  count: string | null;
}

const asked = ['provider', 'audience', 'program', 'from', 'to', 'known'];

/** The view of an address. Never throws: what cannot be used becomes an issue that names the field and the value. */
export function parseMapView(params: SearchParams, today: string): { view: MapView; issues: Issue[] } {
  const { view, issues } = parseView(pickAsked(params), today);
  const refuse = (field: string, value: string, wanted: string) => {
    issues.push({ field, message: `“${value.slice(0, 60)}” is not ${wanted}.` });
  };
  const show = readParam(params, 'show') ?? 'promised';
  if (!isShown(show)) refuse('Show', show, 'promised or reported');
  const region = readParam(params, 'region') ?? 'world';
  if (!isRegion(region)) refuse('Region', region, `one of ${mapRegions.join(', ')}`);
  const count = readParam(params, 'count');
  if (count !== null && !isSlug(count)) refuse('Count', count, 'the name of a count');
  return {
    view: {
      ...view,
      show: isShown(show) ? show : 'promised',
      region: isRegion(region) ? region : 'world',
      count: count !== null && isSlug(count) ? count : null,
    },
    issues,
  };
}

/** The address of a view, without what is the default. */
export function mapPath(view: MapView, change: Partial<MapView> = {}): string {
  const next = { ...view, ...change };
  const { known, ...params } = pickAsked(toParams(next));
  return addressOf('/map', {
    show: next.show === 'promised' ? null : next.show,
    region: next.region === 'world' ? null : next.region,
    ...params,
    count: next.count,
    known,
  });
}

/** Whether an address says more than it must, as a form without script sends it. */
export function isWordyMap(params: SearchParams, view: MapView): boolean {
  return (
    isWordy(pickAsked(params), view) ||
    params.show === 'promised' ||
    params.region === 'world' ||
    params.count === ''
  );
}

function pickAsked<Value>(params: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => asked.includes(name)));
}

function isShown(text: string): text is Shown {
  return text === 'promised' || text === 'reported';
}

function isRegion(text: string): text is MapRegion {
  return mapRegions.some((region) => region === text);
}

function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100;
}
