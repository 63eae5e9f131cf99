import type { ChartWords } from '../chart-svg.tsx';
import type { ChartStop, DrawChart } from '../drawing.ts';
import type { KeyItem } from '../key.tsx';
import { frameMap } from './frame.ts';
import { placeUnnamed } from './labels.ts';
import { listCounted, mapLands } from './lands.ts';
import { fontSizes, MapChart } from './map-chart.tsx';
import { findShade, type MapCountry, type MapData, shades } from './props.ts';

/** What a stop at a country says, and the page that it opens. */
export type StopWords = Pick<ChartStop, 'lines' | 'href'>;

interface MapInput {
  id: string;
  data: MapData;
  words: ChartWords;
  /** By ISO code, in the order of travel; countries without words are passed by. */
  stops: Map<string, StopWords>;
}

/** The map in any of its drawings, with a stop at each country that has words and is in the picture. */
export function drawMap({ id, data, words, stops }: MapInput): DrawChart {
  return (variant) => {
    const frame = frameMap(data.region, variant);
    const lands = listCounted(mapLands(data, frame)).filter(({ x }) => x >= 0);
    const places = new Map(lands.map((land) => [land.country.iso3, land]));
    return {
      svg: <MapChart id={id} data={data} words={words} variant={variant} />,
      width: frame.width,
      height: placeUnnamed(data, frame, variant, fontSizes[variant]).height,
      stops: [...stops].flatMap(([iso3, { lines, href }]): ChartStop[] => {
        const land = places.get(iso3);
        if (!land) return [];
        return [{ id: iso3, x: land.x, y: land.y, label: land.country.name, lines, href }];
      }),
    };
  };
}

/** The legend of the marks that the map has. */
export function listMapMarks(data: MapData): KeyItem[] {
  const { tone, unnamed } = data;
  const lands = mapLands(data, frameMap(data.region, 'wide')).filter(({ x }) => x >= 0);
  const counted = listCounted(lands).map(({ country }) => country);
  const used = new Set(counted.filter(isAlone).map(({ low }) => findShade(low)));
  const told = tone === 'commit' ? 'promised' : 'reported';
  const items: (KeyItem | false)[] = [
    ...shades.map(({ words }, index): KeyItem | false => {
      const shade = (index + 1) as 1 | 2 | 3 | 4;
      return used.has(shade) && { mark: `${tone}-shade-${shade}`, words: `${words} ${told} for it alone` };
    }),
    counted.some(({ reach }) => reach === 'shared') && {
      mark: `${tone}-may-be`,
      words: 'Only named among others, or in a group',
    },
    {
      mark: 'land',
      words: unnamed ? 'Not named; may be among those nobody named' : `Nothing ${told}`,
    },
    lands.some(({ country, outline }) => !country && outline) && {
      mark: 'disputed',
      words: 'Disputed: left neutral',
    },
  ];
  return items.filter((item) => item !== false);
}

function isAlone({ reach }: MapCountry): boolean {
  return reach === 'alone';
}
