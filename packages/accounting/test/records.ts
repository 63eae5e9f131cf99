import fc from 'fast-check';
import type { Figure, Link, Range, Schedule } from '../src/index.ts';

export const LAST_DAY = '2030-01-01';
export const WHOLE = { at: LAST_DAY, schedule: 'EVEN', knownOn: LAST_DAY } as const;

const FIRST = Date.UTC(2020, 0, 1);

export const dayAfter = (days: number) => new Date(FIRST + days * 86_400_000).toISOString().slice(0, 10);
export const days = fc.integer({ min: 0, max: 3600 }).map(dayAfter);
export const schedules = fc.constantFrom<Schedule>('EVEN', 'AT_START', 'AT_END');

export function figure(id: string, low: number, high = low, rest: Partial<Figure> = {}): Figure {
  const window = { start: '2024-01-01', end: '2025-01-01' };
  return { id, quantity: { low, high }, window, knownOn: '2024-01-01', ...rest };
}

/** Figures f0, f1, … with whole quantities; windows within 2020–2029, all known by LAST_DAY. */
export const figureLists = (maxLength = 9, most = 6) =>
  fc
    .array(
      fc.record({
        low: fc.integer({ min: 0, max: most }),
        more: fc.integer({ min: 0, max: most }),
        start: fc.integer({ min: 0, max: 2500 }),
        length: fc.integer({ min: 1, max: 1000 }),
        knownOn: fc.integer({ min: 0, max: 2500 }),
      }),
      { minLength: 1, maxLength },
    )
    .map((drafts) =>
      drafts.map(({ low, more, start, length, knownOn }, index) =>
        figure(`f${index}`, low, low + more, {
          window: { start: dayAfter(start), end: dayAfter(start + length) },
          knownOn: dayAfter(knownOn),
        }),
      ),
    );

/** Containment links that always lead from an earlier figure to a later one, so that none can form a cycle. */
export const linksAmong = (figures: Figure[], maxLength = 16) =>
  fc
    .array(
      fc.tuple(
        fc.nat(figures.length - 1),
        fc.nat(figures.length - 1),
        fc.constantFrom<Link['relation']>('PART_OF', 'MAY_BE_PART_OF'),
      ),
      { maxLength },
    )
    .map((drafts) =>
      drafts
        .filter(([one, other]) => one !== other)
        .map(([one, other, relation]): Link => {
          const [from, to] = one < other ? [one, other] : [other, one];
          return { from: `f${from}`, to: `f${to}`, relation };
        }),
    );

export const records = (maxLength?: number, most?: number) =>
  figureLists(maxLength, most).chain((figures) => linksAmong(figures).map((links) => ({ figures, links })));

/** Containments plus SAME_AS between neighbours and SUPERSEDES from anything: still no cycles. */
export const fullRecords = records().chain(({ figures, links }) =>
  fc
    .record({
      pairs: fc.array(fc.nat(figures.length - 1), { maxLength: 3 }),
      replaced: fc.array(fc.tuple(fc.nat(figures.length - 1), fc.nat(figures.length - 1)), { maxLength: 2 }),
    })
    .map(({ pairs, replaced }) => {
      const joins = new Set(pairs.filter((index) => index + 1 < figures.length));
      const blockOf = figures.map((_, index) => {
        let first = index;
        while (joins.has(first - 1)) first -= 1;
        return first;
      });
      const apart = links.filter(
        ({ from, to }) => blockOf[Number(from.slice(1))] !== blockOf[Number(to.slice(1))],
      );
      const same = [...joins].map((i): Link => ({ from: `f${i}`, to: `f${i + 1}`, relation: 'SAME_AS' }));
      const supersedes = replaced
        .filter(([from, to]) => from !== to)
        .map(([from, to]): Link => ({ from: `f${from}`, to: `f${to}`, relation: 'SUPERSEDES' }));
      return { figures, links: [...apart, ...same, ...supersedes] };
    }),
);

export function sumRanges(ranges: Range[]): Range {
  return ranges.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
    low: 0,
    high: 0,
  });
}

export function isClose(one: Range, other: Range): boolean {
  return Math.abs(one.low - other.low) < 1e-6 && Math.abs(one.high - other.high) < 1e-6;
}
