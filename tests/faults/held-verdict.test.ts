import { describe, expect, it } from 'vitest';
import { createChance } from '../bench/random.ts';
import { judgeHeld } from './held-verdict.ts';

const RUNS = 15;
const MINUTES = 15;
const until = MINUTES * 60_000;

/**
 * Fifteen minutes of one kind of visit, most of them fast and some slow by chance, in spells of half a minute in which all
 * take up to twice as long. `every`: milliseconds between two. `growth`: how many times as long all take at the end as at
 * the start. `stopsAt`: when visits end.
 */
function judge(
  run: number,
  { every = 500, slow = { share: 0.03, times: 3 }, growth = 1, failures = [] as string[], stopsAt = until },
) {
  const chance = createChance(run, 0);
  const visits = [];
  let spell = 1;
  for (let at = 0; at < stopsAt; at += every) {
    if (at % 30_000 === 0) spell = 1 + chance.share();
    const usual = 100 * spell * Math.exp(0.6 * (chance.share() + chance.share() + chance.share() - 1.5));
    const factor = chance.is(slow.share) ? slow.times : 1;
    visits.push({ kind: 'page', at, milliseconds: usual * factor * (1 + ((growth - 1) * at) / until) });
  }
  const samples = [1_000, until - 1_000].map((at) => ({ at, api: 200 * growth, dashboard: 200 }));
  return judgeHeld({ load: { times: visits, failures }, samples, heap: 384, from: 0, until });
}

function countWorse(parameters: Parameters<typeof judge>[1]): number {
  return Array.from({ length: RUNS }, (_, run) => judge(run, parameters)).filter((outcomes) =>
    outcomes.some(({ what, isGood }) => what.startsWith('page') && !isGood),
  ).length;
}

describe('what is said of load that was held', () => {
  it('that a steady load got no worse', () => {
    expect(countWorse({ growth: 1 })).toBeLessThanOrEqual(1);
  });

  it('that a percentile at the edge of the slow ones, which moves by chance, got no worse', () => {
    // By the limits alone a third of these would be called worse.
    expect(countWorse({ every: 1_000, slow: { share: 0.034, times: 6 } })).toBe(0);
  });

  it('that visits which take longer and longer got worse', () => {
    expect(countWorse({ growth: 3 })).toBe(RUNS);
  });

  it('that few visits with a long tail which take longer and longer got worse', () => {
    // By their slowest alone one in seven of these would be called no worse.
    expect(countWorse({ every: 2_000, slow: { share: 0.2, times: 8 }, growth: 3 })).toBe(RUNS);
  });

  it('that few visits with a long tail got no worse', () => {
    expect(countWorse({ every: 2_000, slow: { share: 0.2, times: 8 } })).toBeLessThanOrEqual(1);
  });

  it('that visits which came to a stop are not well', () => {
    const outcomes = judge(1, { stopsAt: until / 2 });
    const pages = outcomes.filter(({ what }) => what.startsWith('page'));
    expect(pages.map(({ isGood }) => isGood)).toEqual([false, false]);
  });

  it('that a visit failed', () => {
    const [failed] = judge(1, { failures: ['page: 500'] });
    expect(failed).toMatchObject({ isGood: false, result: '1 failed (page: 500)' });
  });

  it('that memory grew', () => {
    const samples = [
      { at: 1_000, api: 200, dashboard: 200 },
      { at: until - 1_000, api: 200, dashboard: 260 },
    ];
    const load = { times: [], failures: [] };
    const outcomes = judgeHeld({ load, samples, heap: 384, from: 0, until });
    expect(outcomes.map(({ isGood }) => isGood)).toEqual([false, true, false]);
  });
});
