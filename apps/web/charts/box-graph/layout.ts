import { wrapWords } from './wrap.ts';

/** A box of a graph: an optional large figure above small words; a link where it has an address. */
export interface GraphBox {
  id: string;
  figure: string | null;
  words: string;
  href: string | null;
  tone: 'commitment' | 'report' | 'plain';
}

/** A box beside the centre and the arrow between them. */
export interface GraphNeighbour {
  box: GraphBox;
  /** `may`: broken line. `is`: solid line. */
  certainty: 'is' | 'may';
  /** Whether the arrow points both ways. */
  isMutual?: boolean;
  /** Printed at the arrow. */
  label: string;
}

/** Arrows run `before` → `centre` → `after`. */
export interface BoxGraph {
  centre: GraphBox;
  before: GraphNeighbour[];
  after: GraphNeighbour[];
}

export interface PlacedBox extends Omit<GraphBox, 'words'> {
  isCentre: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

export interface PlacedArrow {
  id: string;
  certainty: 'is' | 'may';
  isMutual: boolean;
  path: string;
  label: string;
  labelX: number;
  labelY: number;
  labelAnchor: 'start' | 'middle' | 'end';
}

export interface PlacedGraph {
  width: number;
  height: number;
  boxes: PlacedBox[];
  arrows: PlacedArrow[];
}

interface Scale {
  width: number;
  units: number;
}

const WIDE: Scale & { gap: number } = { width: 184, units: 21, gap: 92 };
const NARROW: Scale & { gutter: number } = { width: 244, units: 31, gutter: 40 };
const ROW_GAP = 18;
const PADDING = 12;
const FIGURE_HEIGHT = 26;
const LINE_HEIGHT = 18;
/** Room for the stroke of the outermost boxes. */
const EDGE = 2;

/** Places a graph in up to three columns: before, centre, after; each column stands around the middle line. */
export function layOutWide({ centre, before, after }: BoxGraph): PlacedGraph {
  const sized = { before: before.map((n) => size(n.box, WIDE)), after: after.map((n) => size(n.box, WIDE)) };
  const middle = size(centre, WIDE);
  const tallest = Math.max(columnHeight(sized.before), middle.height, columnHeight(sized.after));
  const step = WIDE.width + WIDE.gap;
  const centreX = EDGE + (before.length > 0 ? step : 0);
  const centreBox = { ...middle, isCentre: true, x: centreX, y: EDGE + (tallest - middle.height) / 2 };
  const left = stack(sized.before, EDGE, EDGE + (tallest - columnHeight(sized.before)) / 2);
  const right = stack(sized.after, centreX + step, EDGE + (tallest - columnHeight(sized.after)) / 2);
  const arrows = [
    ...left.map((box, i) =>
      drawAcross(before[i], box, centreBox, spread(i, left.length, centreBox), 'before'),
    ),
    ...right.map((box, i) =>
      drawAcross(after[i], centreBox, box, spread(i, right.length, centreBox), 'after'),
    ),
  ];
  return {
    width: centreX + WIDE.width + (after.length > 0 ? step : 0) + EDGE,
    height: tallest + 2 * EDGE,
    boxes: [...left, centreBox, ...right],
    arrows,
  };
}

/** Places a graph in one column: after above, centre, before below; arrows run in the gutters and point up. */
export function layOutNarrow({ centre, before, after }: BoxGraph): PlacedGraph {
  const x = NARROW.gutter;
  const above = stack(
    after.map((n) => size(n.box, NARROW)),
    x,
    EDGE,
  );
  const centreY = EDGE + (after.length > 0 ? heightOf(above) + 2 * ROW_GAP : 0);
  const centreBox = { ...size(centre, NARROW), isCentre: true, x, y: centreY };
  const belowY = centreY + centreBox.height + 2 * ROW_GAP;
  const below = stack(
    before.map((n) => size(n.box, NARROW)),
    x,
    belowY,
  );
  const bottom = below.length > 0 ? belowY + heightOf(below) : centreY + centreBox.height;
  return {
    width: NARROW.width + 2 * NARROW.gutter,
    height: bottom + EDGE,
    boxes: [...above, centreBox, ...below],
    arrows: [
      ...above.map((box, i) => drawAround(after[i], centreBox, box, 'right')),
      ...below.map((box, i) => drawAround(before[i], box, centreBox, 'left')),
    ],
  };
}

type SizedBox = Omit<PlacedBox, 'x' | 'y' | 'isCentre'>;

function size({ words, ...box }: GraphBox, scale: Scale): SizedBox {
  const lines = wrapWords(words, scale.units, 2);
  const height = 2 * PADDING + (box.figure ? FIGURE_HEIGHT : 0) + lines.length * LINE_HEIGHT;
  return { ...box, lines, width: scale.width, height };
}

function columnHeight(boxes: readonly SizedBox[]): number {
  return boxes.reduce((sum, box) => sum + box.height, Math.max(0, boxes.length - 1) * ROW_GAP);
}

function heightOf(boxes: readonly SizedBox[]): number {
  return columnHeight(boxes);
}

function stack(boxes: readonly SizedBox[], x: number, top: number): PlacedBox[] {
  let y = top;
  return boxes.map((box) => {
    const placed = { ...box, isCentre: false, x, y };
    y += box.height + ROW_GAP;
    return placed;
  });
}

/** Where the i-th of n arrows meets the centre's side, so that arrowheads do not pile up. */
function spread(i: number, n: number, box: PlacedBox): number {
  return box.y + (box.height * (i + 1)) / (n + 1);
}

function drawAcross(
  neighbour: GraphNeighbour | undefined,
  from: PlacedBox,
  to: PlacedBox,
  centreY: number,
  side: 'before' | 'after',
): PlacedArrow {
  const y1 = side === 'before' ? from.y + from.height / 2 : centreY;
  const y2 = side === 'before' ? centreY : to.y + to.height / 2;
  const x1 = from.x + from.width + 2;
  const x2 = to.x - 3;
  const bend = (x2 - x1) / 2;
  return {
    ...describe(neighbour),
    path: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
    labelX: side === 'before' ? x1 + 6 : x2 - 12,
    labelY: side === 'before' ? beside(y1, y2) : beside(y2, y1),
    labelAnchor: side === 'before' ? 'start' : 'end',
  };
}

/** Where a label at height `y` keeps clear of a line that leaves for `other`. */
function beside(y: number, other: number): number {
  return other < y ? y + 16 : y - 7;
}

function drawAround(
  neighbour: GraphNeighbour | undefined,
  from: PlacedBox,
  to: PlacedBox,
  side: 'left' | 'right',
): PlacedArrow {
  const sign = side === 'left' ? -1 : 1;
  const edge = (box: PlacedBox) => (side === 'left' ? box.x - 3 : box.x + box.width + 3);
  const y1 = from.y + from.height / 2;
  const y2 = to.y + to.height / 2;
  const out = edge(from) + sign * (NARROW.gutter - 8);
  const isLower = side === 'left';
  return {
    ...describe(neighbour),
    path: `M${edge(from)} ${y1}C${out} ${y1} ${out} ${y2} ${edge(to)} ${y2}`,
    labelX: side === 'left' ? from.x : to.x + to.width,
    labelY: isLower ? from.y - 5 : to.y + to.height + 13,
    labelAnchor: side === 'left' ? 'start' : 'end',
  };
}

function describe(neighbour: GraphNeighbour | undefined) {
  if (!neighbour) throw new Error('arrow without a neighbour');
  const { box, certainty, isMutual = false, label } = neighbour;
  return { id: box.id, certainty, isMutual, label };
}
