import { ChartSvg, type ChartWords } from '../chart-svg.tsx';
import type { Variant } from '../variant.ts';
import { frameMap } from './frame.ts';
import { labelCountries, placeUnnamed } from './labels.ts';
import { type CountedLand, listCounted, type MappedLand, mapLands } from './lands.ts';
import { findTint, MapHatch, plainFill } from './paint.tsx';
import { gridSteps } from './path-writer.ts';
import { Picked, UnnamedWords } from './picked.tsx';
import type { MapCountry, MapData } from './props.ts';

interface MapChartProps {
  data: MapData;
  words: ChartWords;
  variant: Variant;
  /** Unlike every other on the page. */
  id: string;
}

const radii: Record<Variant, number> = { wide: 5, medium: 4, narrow: 3 };
export const fontSizes: Record<Variant, number> = { wide: 12.5, medium: 12, narrow: 12 };

/** Countries shaded by what is for them alone, hatched by what may be; circles for those too small to be seen. */
export function MapChart({ data, words, variant, id }: MapChartProps) {
  const { tone, region } = data;
  const frame = frameMap(region, variant);
  const lands = mapLands(data, frame);
  const counted = listCounted(lands);
  const fontSize = fontSizes[variant];
  const unnamed = placeUnnamed(data, frame, variant, fontSize);
  // On a phone's map of the world they would cover what they name.
  const hasLabels = region !== 'world' || variant !== 'narrow';
  const hatchId = `${id}-${variant}-hatch`;
  const paint = { tone, hatchId, hasPicked: data.picked !== null };
  return (
    <ChartSvg
      id={`${id}-${variant}`}
      width={frame.width}
      height={unnamed.height}
      words={words}
      fontSize={fontSize}
    >
      <MapHatch id={hatchId} tone={tone} />
      <MapHatch id={`${hatchId}-marker`} tone={tone} steps={1} ground="var(--paper)" />
      <clipPath id={`${hatchId}-frame`}>
        <rect width={frame.width} height={frame.height} />
      </clipPath>
      <g clipPath={`url(#${hatchId}-frame)`}>
        <g transform={`scale(${1 / gridSteps})`} strokeLinejoin="round" strokeWidth={0.6 * gridSteps}>
          <Plain lands={lands} dot={region === 'world' ? 2 : 3.5} />
          <g
            fill="var(--wash)"
            stroke="var(--edge)"
            strokeDasharray={`${1.5 * gridSteps} ${1.5 * gridSteps}`}
          >
            {lands.map(
              ({ code, name, country, outline }) =>
                !country && outline && <path key={code} data-neutral={name} d={outline} />,
            )}
          </g>
          <g stroke={`var(--${tone})`} strokeWidth={0.8 * gridSteps}>
            <Areas lands={counted.filter(isBehind)} {...paint} />
            <g stroke="var(--ink)" strokeWidth={1.4 * gridSteps}>
              <Areas lands={counted.filter(isAhead)} {...paint} />
            </g>
          </g>
        </g>
      </g>
      <g data-part="markers" stroke={`var(--${tone})`}>
        <Markers lands={counted.filter(isBehind)} radius={radii[variant]} {...paint} />
        <g stroke="var(--ink)" strokeWidth="1.4">
          <Markers lands={counted.filter(isAhead)} radius={radii[variant]} {...paint} />
        </g>
      </g>
      {data.picked && (
        <Picked picked={data.picked} lands={counted} frame={frame} fontSize={fontSize} taken={unnamed.box} />
      )}
      {!data.picked && hasLabels && (
        <g
          data-part="labels"
          stroke="var(--paper)"
          strokeWidth="3"
          strokeLinejoin="round"
          paintOrder="stroke"
          fontWeight="500"
        >
          {labelCountries(counted, frame, fontSize, radii[variant], unnamed.box).map(
            ({ key, x, y, text }) => (
              <text key={key} x={x} y={y}>
                {text}
              </text>
            ),
          )}
        </g>
      )}
      {data.unnamed && <UnnamedWords unnamed={unnamed} tone={tone} />}
    </ChartSvg>
  );
}

/** Countries of the count that is picked out stand before the others, edged in ink. */
function isAhead({ country }: CountedLand): boolean {
  return country.isPicked ?? false;
}

function isBehind(land: CountedLand): boolean {
  return !isAhead(land);
}

/** Countries that no count names: one path for all, and a dot for each that is too small to be seen. */
function Plain({ lands, dot }: { lands: MappedLand[]; dot: number }) {
  const plain = lands.filter(({ country }) => country?.reach === 'unnamed');
  const dots = plain.filter(({ outline, x }) => !outline && x >= 0);
  return (
    <g data-reach="unnamed">
      <path fill={plainFill} stroke="var(--paper)" d={plain.map(({ outline }) => outline).join('')} />
      <path
        stroke="var(--edge)"
        strokeOpacity=".6"
        strokeWidth={dot * gridSteps}
        strokeLinecap="round"
        d={dots.map(({ x, y }) => `M${Math.round(x * gridSteps)} ${Math.round(y * gridSteps)}h0`).join('')}
      />
    </g>
  );
}

interface PaintProps {
  lands: CountedLand[];
  tone: MapData['tone'];
  hatchId: string;
  hasPicked: boolean;
}

/** Outlines, hatched or shaded. What all of a group share is said once: the page holds them three times over. */
function Areas({ lands, tone, hatchId, hasPicked }: PaintProps) {
  const drawn = lands.filter(({ outline }) => outline);
  return (
    <>
      <g data-reach="shared" fill={`url(#${hatchId})`} opacity={findOpacity(lands, hasPicked)}>
        {listReached(drawn, 'shared').map(({ country, outline }) => (
          <path key={country.iso3} data-country={country.iso3} d={outline} />
        ))}
      </g>
      <g data-reach="alone" fill={`var(--${tone})`} opacity={findOpacity(lands, hasPicked)}>
        {listReached(drawn, 'alone').map(({ country, outline }) => (
          <path key={country.iso3} data-country={country.iso3} fillOpacity={findTint(country)} d={outline} />
        ))}
      </g>
    </>
  );
}

/** Circles on countries that are too small to be seen. */
function Markers({ lands, tone, hatchId, hasPicked, radius }: PaintProps & { radius: number }) {
  const small = lands.filter(({ isSmall, x }) => isSmall && x >= 0);
  return (
    <g fill={`url(#${hatchId}-marker)`} opacity={findOpacity(lands, hasPicked)}>
      {small.map(({ country, x, y }) => {
        const circle = <circle key={country.iso3} data-marker={country.iso3} cx={x} cy={y} r={radius} />;
        if (country.reach === 'shared') return circle;
        return (
          <g key={country.iso3} data-reach="alone" fill={`var(--${tone})`}>
            <circle cx={x} cy={y} r={radius} fill="var(--paper)" />
            <circle data-marker={country.iso3} cx={x} cy={y} r={radius} fillOpacity={findTint(country)} />
          </g>
        );
      })}
    </g>
  );
}

function listReached(lands: CountedLand[], reach: MapCountry['reach']): CountedLand[] {
  return lands.filter(({ country }) => country.reach === reach);
}

/** While a count is picked out, the others stand back. */
function findOpacity(lands: CountedLand[], hasPicked: boolean): number | undefined {
  return hasPicked && lands.every(isBehind) ? 0.35 : undefined;
}
