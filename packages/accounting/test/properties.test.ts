import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalAt } from '../src/index.ts';
import {
  days,
  figure,
  fullRecords,
  isClose,
  LAST_DAY,
  records,
  schedules,
  sumRanges,
  WHOLE,
} from './records.ts';

const NOISE = 1e-9;

const periods = fc
  .record({ one: days, other: days, schedule: schedules, knownOn: days })
  .map(({ one, other, ...rest }) => ({
    ...rest,
    from: one < other ? one : other,
    at: one < other ? other : one,
  }));

it('low is never above high', () => {
  fc.assert(
    fc.property(fullRecords, periods, ({ figures, links }, options) => {
      const { low, high } = totalAt(figures, links, options);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});

it('a new figure, inside or around others, never lowers either bound', () => {
  const cases = records().chain(({ figures, links }) =>
    fc.record({
      figures: fc.constant(figures),
      links: fc.constant(links),
      others: fc.subarray(figures.map(({ id }) => id)),
      isOuter: fc.boolean(),
      amount: fc.nat(20),
    }),
  );
  fc.assert(
    fc.property(cases, periods, ({ figures, links, others, isOuter, amount }, options) => {
      const before = totalAt(figures, links, options);
      const added = others.map((id) =>
        isOuter
          ? { from: id, to: 'new', relation: 'PART_OF' as const }
          : { from: 'new', to: id, relation: 'PART_OF' as const },
      );
      const after = totalAt([...figures, figure('new', amount)], [...links, ...added], options);
      expect(after.low).toBeGreaterThanOrEqual(before.low - NOISE);
      expect(after.high).toBeGreaterThanOrEqual(before.high - NOISE);
    }),
  );
});

it('a new MAY_BE_PART_OF never raises low and never moves high', () => {
  const cases = records().chain(({ figures, links }) =>
    fc.record({
      figures: fc.constant(figures),
      links: fc.constant(links),
      one: fc.nat(figures.length - 1),
      other: fc.nat(figures.length - 1),
    }),
  );
  fc.assert(
    fc.property(cases, periods, ({ figures, links, one, other }, options) => {
      fc.pre(one < other);
      const before = totalAt(figures, links, options);
      const link = { from: `f${one}`, to: `f${other}`, relation: 'MAY_BE_PART_OF' as const };
      const after = totalAt(figures, [...links, link], options);
      expect(after.low).toBeLessThanOrEqual(before.low + NOISE);
      expect(after.high).toBeCloseTo(before.high, 9);
    }),
  );
});

it('without links a total is the plain sum', () => {
  fc.assert(
    fc.property(records(), periods, ({ figures }, options) => {
      const each = figures.map((one) => totalAt([one], [], options));
      expect(isClose(totalAt(figures, [], options), sumRanges(each))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(records(), ({ figures }) => {
      expect(totalAt(figures, [], WHOLE)).toEqual(sumRanges(figures.map(({ quantity }) => quantity)));
    }),
  );
});

it('a total never falls as its day moves on', () => {
  fc.assert(
    fc.property(fullRecords, periods, ({ figures, links }, { from, at, schedule, knownOn }) => {
      const earlier = totalAt(figures, links, { at: from, schedule, knownOn });
      const later = totalAt(figures, links, { at, schedule, knownOn });
      expect(later.low).toBeGreaterThanOrEqual(earlier.low - NOISE);
      expect(later.high).toBeGreaterThanOrEqual(earlier.high - NOISE);
    }),
  );
});

it('nothing is due later AT_START than EVEN, nor EVEN than AT_END', () => {
  fc.assert(
    fc.property(fullRecords, days, ({ figures, links }, at) => {
      const totalBy = (schedule: 'AT_START' | 'EVEN' | 'AT_END') =>
        totalAt(figures, links, { at, schedule, knownOn: LAST_DAY });
      const [start, even, end] = [totalBy('AT_START'), totalBy('EVEN'), totalBy('AT_END')];
      for (const bound of ['low', 'high'] as const) {
        expect(start[bound]).toBeGreaterThanOrEqual(even[bound] - NOISE);
        expect(even[bound]).toBeGreaterThanOrEqual(end[bound] - NOISE);
      }
    }),
  );
});

it('the order of figures and links does not matter', () => {
  const shuffled = fullRecords.chain(({ figures, links }) =>
    fc.record({
      figures: fc.constant(figures),
      links: fc.constant(links),
      otherFigures: fc.shuffledSubarray(figures, { minLength: figures.length }),
      otherLinks: fc.shuffledSubarray(links, { minLength: links.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, periods, ({ figures, links, otherFigures, otherLinks }, options) => {
      const one = totalAt(figures, links, options);
      expect(isClose(one, totalAt(otherFigures, otherLinks, options))).toBe(true);
    }),
  );
});

it('what others already imply changes nothing', () => {
  fc.assert(
    fc.property(records(), periods, ({ figures, links }, period) => {
      // A figure that is not known yet implies nothing.
      const options = { ...period, knownOn: LAST_DAY };
      const implied = links.flatMap((one) =>
        links
          .filter(({ from }) => from === one.to)
          .map(({ to, relation }) => ({
            from: one.from,
            to,
            relation: one.relation === 'PART_OF' ? relation : ('MAY_BE_PART_OF' as const),
          })),
      );
      const more = [...links, ...implied, ...links];
      expect(isClose(totalAt(figures, links, options), totalAt(figures, more, options))).toBe(true);
    }),
  );
});
