import { measureText, wrapText } from '../text.ts';
import type { MapFrame } from './frame.ts';
import type { UnnamedPlace } from './labels.ts';
import type { CountedLand } from './lands.ts';
import type { MapData, Tone } from './props.ts';

interface PickedProps {
  picked: NonNullable<MapData['picked']>;
  lands: CountedLand[];
  frame: MapFrame;
  fontSize: number;
}

/** The words of the count that is picked out, among its countries; lines lead to those that it names. */
export function Picked({ picked, lands, frame, fontSize }: PickedProps) {
  const ends = lands.filter(({ country, x }) => country.isPicked && x >= 0);
  if (ends.length === 0) return null;
  const lines = wrapText(picked.words, fontSize, Math.min(200, frame.width / 2));
  const wide = Math.max(...lines.map((line) => measureText(line, fontSize))) + 12;
  const tall = lines.length * fontSize * 1.3 + 8;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = within(mean(ends.map((end) => end.x)), wide / 2, frame.width - wide / 2);
  const y = within(mean(ends.map((end) => end.y)), tall / 2, frame.height - tall / 2);
  return (
    <g data-part="picked">
      {picked.isNamed && (
        <path
          data-part="joined"
          d={ends.map((end) => `M${x} ${y}L${end.x} ${end.y}`).join('')}
          fill="none"
          stroke="var(--ink)"
          strokeDasharray="3 3"
        />
      )}
      <rect
        x={x - wide / 2}
        y={y - tall / 2}
        width={wide}
        height={tall}
        fill="var(--paper)"
        stroke="var(--ink)"
      />
      <text textAnchor="middle" fontWeight="500">
        {lines.map((line, index) => (
          <tspan key={line} x={x} y={Math.round(y - tall / 2 + 4 + fontSize * (0.9 + 1.3 * index))}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** What is counted for nobody named: told beside the countries, since it paints none of them. */
export function UnnamedWords({ unnamed, tone }: { unnamed: UnnamedPlace; tone: Tone }) {
  const { lines, x, y, fontSize } = unnamed;
  return (
    <text data-part="unnamed" x={x} y={y}>
      {lines.map(({ text, isAmount }, index) => (
        <tspan
          key={text}
          x={x}
          y={Math.round((y + fontSize * (1.2 + 1.35 * index)) * 10) / 10}
          {...(isAmount
            ? { fontSize: fontSize * 1.5, fontFamily: 'var(--serif)', fill: `var(--${tone})` }
            : { fill: 'var(--muted)' })}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)) * 10) / 10;
}
