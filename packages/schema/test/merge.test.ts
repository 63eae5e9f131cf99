import { describe, expect, test } from 'vitest';
import { type Content, listUnseen, mergeEdits } from '../src/rules/merge.ts';

const FIELDS = ['a', 'b'] as const;
const VALUES = [null, 1, { x: 1 }];

/** Every record of two fields with one of three values each. */
const contents: Content[] = VALUES.flatMap((a) => VALUES.map((b): Content => ({ a, b })));

describe('merging what two changed of the same original', () => {
  test('loses no change of either, for every record and every pair of edits', () => {
    for (const original of contents) {
      for (const theirs of contents) {
        for (const mine of contents) {
          const { merged, conflicts } = mergeEdits(original, theirs, mine);
          const refused = conflicts.map(({ field }) => field);
          for (const field of FIELDS) {
            const isMine = mine[field] !== original[field];
            const isTheirs = theirs[field] !== original[field];
            const isClash = isMine && isTheirs && mine[field] !== theirs[field];
            expect(refused.includes(field)).toBe(isClash);
            if (!isClash) expect(merged[field]).toBe(isMine ? mine[field] : theirs[field]);
          }
          if (theirs === original) expect(merged).toEqual(mine);
          if (mine === original) expect({ merged, conflicts }).toEqual({ merged: theirs, conflicts: [] });
        }
      }
    }
  });

  const claim = (source: string, low: number) => ({ source, low });
  const claims = (...list: object[]) => ({ claims: list });
  const [x, y, z] = [claim('x', 1), claim('y', 2), claim('z', 3)];

  test.each([
    [
      'different items changed',
      [x, y],
      [claim('x', 9), y],
      [x, claim('y', 8)],
      [claim('x', 9), claim('y', 8)],
    ],
    ['one removed, another changed', [x, y], [y], [x, claim('y', 8)], [claim('y', 8)]],
    ['each added one', [x], [x, y], [x, z], [x, y, z]],
    ['the same added by both', [x], [x, y], [x, y], [x, y]],
    ['turned round by one, changed by the other', [x, y], [y, x], [claim('x', 9), y], [y, claim('x', 9)]],
    ['a second one of a source', [x], [x, claim('x', 5)], [claim('x', 9)], [claim('x', 9), claim('x', 5)]],
  ])('%s', (_, original, theirs, mine, merged) => {
    const answer = mergeEdits(claims(...original), claims(...theirs), claims(...mine));
    expect(answer).toEqual({ merged: claims(...merged), conflicts: [] });
  });

  test.each([
    ['the same item changed by both', [x, y], [claim('x', 9), y], [claim('x', 8), y]],
    ['one removed by them and changed by me', [x, y], [y], [claim('x', 8), y]],
    ['turned round by both, differently', [x, y, z], [y, x, z], [z, x, y]],
    ['another one of the same source added by each', [x], [x, claim('y', 5)], [x, claim('y', 6)]],
  ])('%s: refused, with all three tellings', (_, original, theirs, mine) => {
    const { conflicts } = mergeEdits(claims(...original), claims(...theirs), claims(...mine));
    const json = (list: object[]) => JSON.stringify(list);
    expect(conflicts).toEqual([
      { field: 'claims', original: json(original), theirs: json(theirs), mine: json(mine) },
    ]);
  });

  test('what they changed unseen is told without mine', () => {
    expect(listUnseen({ a: 1, b: null }, { a: 1, b: { x: 2 } })).toEqual([
      { field: 'b', original: 'null', theirs: '{"x":2}', mine: null },
    ]);
  });
});
