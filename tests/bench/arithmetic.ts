import { type Figure, type Link, series, totalAt } from '../../packages/accounting/src/index.ts';
import { medianOf } from './measure.ts';

type Pair = [number, number];
type Shape = (size: number, random: () => number) => Pair[];

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const pick = (random: () => number, below: number) => Math.floor(random() * below);

// Three links per figure, always from the smaller position to the larger.
const shapes: Record<string, Shape> = {
  'random graph': (size, random) =>
    Array.from({ length: 3 * size }, (): Pair => {
      const one = pick(random, size - 1);
      return [one, one + 1 + pick(random, size - 1 - one)];
    }),
  'chain with short cuts': (size) =>
    Array.from({ length: size }, (_, one) => [1, 2, 3].map((step): Pair => [one, one + step])).flat(),
  'chain with long cuts': (size) =>
    Array.from({ length: size }, (_, one) => [1, 71, 977].map((step): Pair => [one, one + step])).flat(),
  'near neighbours': (size, random) =>
    Array.from({ length: 3 * size }, (): Pair => {
      const one = pick(random, size);
      return [one, one + 1 + pick(random, 12)];
    }),
  ladders: (size, random) =>
    Array.from({ length: size }, (_, one): Pair[] => {
      const across = one + 4 + pick(random, 40);
      return [
        [one, one + 4],
        [one, across - (across % 4) + ((one + 1) % 4)],
      ];
    }).flat(),
  grid: (size) => {
    const side = Math.floor(Math.sqrt(size));
    return Array.from({ length: size }, (_, one): Pair[] =>
      one % side === side - 1
        ? [[one, one + side]]
        : [
            [one, one + 1],
            [one, one + side],
          ],
    ).flat();
  },
  chain: (size) => Array.from({ length: size }, (_, one): Pair => [one, one + 1]),
  'two layers': (size, random) =>
    Array.from({ length: 3 * size }, (): Pair => [pick(random, size / 2), size / 2 + pick(random, size / 2)]),
  '20 layers': (size, random) =>
    Array.from({ length: 3 * size }, (): Pair => {
      const one = pick(random, (size * 19) / 20);
      const layer = Math.floor(one / (size / 20)) + 1;
      return [one, layer * (size / 20) + pick(random, size / 20)];
    }),
  'forest of tens': (size, random) =>
    Array.from({ length: 3 * size }, (): Pair => {
      const one = pick(random, size);
      return [one, Math.min(one + 1 + pick(random, 4), Math.floor(one / 10) * 10 + 9)];
    }),
  'parallel chains': (size) =>
    Array.from({ length: size }, (_, one) => [100, 101, 103].map((step): Pair => [one, one + step])).flat(),
};

const weights: Record<string, (position: number, size: number, random: () => number) => number> = {
  'random amounts': (_position, _size, random) => Math.floor(random() * 5000),
  'falling amounts': (position, size) => size - position,
  'rising amounts': (position) => position + 0.1,
  'all room at the end': (position, size, random) => (position >= size - 10 ? 1e6 : random() * 100),
  'all weight at the start': (position, _size, random) => (position < 10 ? 1e6 : random() * 100),
  'rising, and a heavy start': (position) => (position === 0 ? 1e9 : position),
  'mostly empty': (_position, _size, random) => (random() < 0.1 ? random() * 5000 : 0),
};

function buildRecord(size: number, shapeName: string, weightName: string): [Figure[], Link[]] {
  const [shape, weight] = [shapes[shapeName], weights[weightName]];
  if (!shape || !weight) throw new Error(`no record of ${shapeName} and ${weightName}`);
  const random = createRandom(7);
  const nameOf = (position: number) => `f${String((position * 7919) % 1_000_003).padStart(7, '0')}`;
  const figures = Array.from({ length: size }, (_, position): Figure => {
    const low = weight(position, size, random);
    const year = 2000 + pick(random, 25);
    return {
      id: nameOf(position),
      quantity: { low, high: low * (1 + random() / 2) },
      window: { start: `${year}-0${1 + pick(random, 9)}-01`, end: `${year + 1 + pick(random, 5)}-03-01` },
      knownOn: `${year}-01-01`,
    };
  });
  const links = shape(size, random)
    .filter(([one, other]) => one < other && other < size)
    .map(([one, other]): Link => {
      const relation = random() < 0.5 ? 'PART_OF' : 'MAY_BE_PART_OF';
      return { from: nameOf(one), to: nameOf(other), relation };
    });
  return [figures, links];
}

/** Milliseconds of processor time that the arithmetic alone takes, without database or server. */
export interface ArithmeticLine {
  title: string;
  figures: number;
  links: number;
  milliseconds: number;
}

const WARM_UP_MS = 1_500;
const DAY = { at: '2019-07-01', schedule: 'EVEN', knownOn: '2026-01-01' } as const;
const MONTHS = {
  from: '2000-01-01',
  to: '2030-01-01',
  interval: 'MONTH',
  schedule: 'EVEN',
  knownOn: '2026-01-01',
} as const;

/**
 * `totalAt` on a random graph and on the slowest of all shapes and amounts, for 1,000 and 10,000 figures with three links
 * each, and a `series` of 360 months. `isQuick` leaves out the search for the slowest.
 */
export function measureArithmetic(isQuick: boolean): ArithmeticLine[] {
  const lines: ArithmeticLine[] = [];
  for (const size of [1_000, 10_000]) {
    lines.push(measureTotal(size, 'random graph', 'random amounts', 'a random graph'));
    if (isQuick) continue;
    const [shape, weight] = findSlowest(size);
    lines.push(measureTotal(size, shape, weight, `the slowest of all (${shape}, ${weight})`));
  }
  for (const size of [1_000, 10_000]) {
    const [figures, links] = buildRecord(size, 'forest of tens', 'random amounts');
    lines.push({
      title: '`series` of 360 months, groups of ten',
      figures: size,
      links: links.length,
      milliseconds: measure(() => series(figures, links, MONTHS)),
    });
  }
  return lines;
}

function measureTotal(size: number, shape: string, weight: string, words: string): ArithmeticLine {
  const [figures, links] = buildRecord(size, shape, weight);
  const ask = () => measure(() => totalAt(figures, links, DAY));
  // A server that has answered before has compiled code.
  for (const began = performance.now(); performance.now() - began < WARM_UP_MS; ) ask();
  const times = Array.from({ length: 5 }, ask);
  return {
    title: `\`totalAt\`, ${words}`,
    figures: size,
    links: links.length,
    milliseconds: medianOf(times),
  };
}

function findSlowest(size: number): [shape: string, weight: string] {
  const cases = Object.keys(shapes).flatMap((shape) =>
    Object.keys(weights).map((weight): [string, string] => [shape, weight]),
  );
  const timed = cases.map(([shape, weight]) => {
    const [figures, links] = buildRecord(size, shape, weight);
    return { shape, weight, time: measure(() => totalAt(figures, links, DAY)) };
  });
  const [{ shape, weight } = { shape: 'random graph', weight: 'random amounts' }] = timed.sort(
    (one, other) => other.time - one.time,
  );
  return [shape, weight];
}

function measure(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  return process.cpuUsage(start).user / 1_000;
}
