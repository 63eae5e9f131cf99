import { formatNumber } from '@/text/number.ts';
import { type Box, boxesOverlap, measureText } from '../text.ts';
import type { Variant } from '../variant.ts';
import type { MapFrame } from './frame.ts';
import type { CountedLand } from './lands.ts';
import type { MapData } from './props.ts';

interface Label {
  key: string;
  x: number;
  y: number;
  text: string;
}

const gap = 3;

/** The words for what is for nobody named, and where they stand. */
export interface UnnamedPlace {
  lines: { text: string; isAmount: boolean }[];
  x: number;
  y: number;
  fontSize: number;
  box: Box | null;
  /** Of the whole drawing. */
  height: number;
}

/** In the empty south-east Pacific of a world that is wide enough, and under every other map. */
export function placeUnnamed(
  { unnamed, region }: MapData,
  { width, height }: MapFrame,
  variant: Variant,
  fontSize: number,
): UnnamedPlace {
  if (!unnamed) return { lines: [], x: 0, y: 0, fontSize, box: null, height };
  const isInside = region === 'world' && variant !== 'narrow';
  const amount = { text: unnamed.amount, isAmount: true };
  const lines = [
    amount,
    ...fill(unnamed.words, isInside ? width * 0.16 : width - 4, fontSize).map((text) => ({
      text,
      isAmount: false,
    })),
  ];
  const tall = lines.length * fontSize * 1.35 + 8;
  const y = isInside ? height - tall - 8 : height + 14;
  const wide = Math.max(
    ...lines.map(({ text, isAmount }) => measureText(text, fontSize * (isAmount ? 1.5 : 1))),
  );
  return {
    lines,
    x: isInside ? 12 : 2,
    y,
    fontSize,
    box: { left: 0, top: y, right: 12 + wide, bottom: y + tall },
    height: isInside ? height : Math.ceil(y + tall),
  };
}

function fill(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measureText(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Names and numbers of countries that something is for alone, the most first, where they cover no other. */
export function labelCountries(
  lands: CountedLand[],
  { width, height }: MapFrame,
  fontSize: number,
  radius: number,
  taken: Box | null,
): Label[] {
  const waiting = lands
    .filter(({ x, country }) => x >= 0 && country.reach === 'alone')
    .toSorted((a, b) => b.country.low - a.country.low || a.country.iso3.localeCompare(b.country.iso3));
  const marks = waiting.map(({ x, y }): Box => boxAround(x, y, radius, radius));
  const boxes: Box[] = taken ? [taken] : [];
  const labels: Label[] = [];
  for (const [index, { x, y, country }] of waiting.entries()) {
    const text = `${country.name} ${formatNumber(country.low)}`;
    const wide = measureText(text, fontSize);
    const away = radius + gap;
    const half = fontSize / 2;
    const places = [
      { x: x + away, y: y + half * 0.7 },
      { x: x - away - wide, y: y + half * 0.7 },
      { x: x - wide / 2, y: y - away },
      { x: x - wide / 2, y: y + away + fontSize * 0.8 },
    ];
    for (const place of places) {
      const box = { left: place.x, top: place.y - fontSize, right: place.x + wide, bottom: place.y + 3 };
      const isOutside = box.left < 2 || box.right > width - 2 || box.top < 2 || box.bottom > height - 2;
      const others = [...boxes, ...marks.filter((_, at) => at !== index)];
      if (isOutside || others.some((other) => boxesOverlap(box, other))) continue;
      boxes.push(box);
      labels.push({ key: country.iso3, x: round(place.x), y: round(place.y), text });
      break;
    }
  }
  return labels;
}

function boxAround(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
