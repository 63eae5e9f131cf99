import { type Box, boxesOverlap, measureText, wrapText } from '../text.ts';
import type { MapFrame } from './frame.ts';
import type { UnnamedPlace } from './labels.ts';
import type { CountedLand } from './lands.ts';
import type { MapData, Tone } from './props.ts';

interface PickedProps {
  picked: NonNullable<MapData['picked']>;
  lands: CountedLand[];
  frame: MapFrame;
  fontSize: number;
  /** Where other words stand. */
  taken: Box | null;
}

/** The words of the count that is picked out, beside its countries; lines lead to those that it names. */
export function Picked({ picked, lands, frame, fontSize, taken }: PickedProps) {
  const ends = lands.filter(({ country, x }) => country.isPicked && x >= 0);
  if (ends.length === 0) return null;
  const lines = wrapText(picked.words, fontSize, Math.min(180, frame.width * 0.4));
  const wide = Math.max(...lines.map((line) => measureText(line, fontSize))) + 14;
  const tall = lines.length * fontSize * 1.3 + 8;
  const { x, y } = placeWords(ends, wide, tall, frame, taken);
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
        x={round(x - wide / 2)}
        y={round(y - tall / 2)}
        width={round(wide)}
        height={round(tall)}
        fill="var(--paper)"
        stroke="var(--ink)"
      />
      <text textAnchor="middle" fontWeight="500">
        {lines.map((line, index) => (
          <tspan key={line} x={x} y={round(y - tall / 2 + 4 + fontSize * (0.9 + 1.3 * index))}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** Beside the countries where there is room, so that they stay in sight; else among them. */
function placeWords(ends: CountedLand[], wide: number, tall: number, frame: MapFrame, taken: Box | null) {
  const away = 0.04 * frame.width;
  const [xs, ys] = [ends.map(({ x }) => x), ends.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const places = [
    { x: left - away - wide / 2, y: middle.y },
    { x: middle.x, y: bottom + away + tall / 2 },
    { x: right + away + wide / 2, y: middle.y },
    { x: middle.x, y: top - away - tall / 2 },
  ];
  const isFree = ({ x, y }: { x: number; y: number }) => {
    const box = { left: x - wide / 2, right: x + wide / 2, top: y - tall / 2, bottom: y + tall / 2 };
    const isIn = box.left > 1 && box.right < frame.width - 1 && box.top > 1 && box.bottom < frame.height - 1;
    return isIn && !(taken && boxesOverlap(box, taken));
  };
  const { x, y } = places.find(isFree) ?? middle;
  return {
    x: round(Math.min(frame.width - wide / 2 - 1, Math.max(wide / 2 + 1, x))),
    y: round(Math.min(frame.height - tall / 2 - 1, Math.max(tall / 2 + 1, y))),
  };
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
          y={round(y + fontSize * (1.2 + 1.35 * index))}
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

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
