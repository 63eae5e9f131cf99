import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findContrast, formatContrast } from '../features/styleguide/contrast.ts';
import { palette } from '../ui/palette.ts';
import { spaces, textSizes } from '../ui/scales.ts';

const css = readFileSync(new URL('../app/globals.css', import.meta.url), 'utf8');

/** The colours that a `:root` block of the style sheet gives, by role. */
function readColours(opening: string): Record<string, string> {
  const start = css.indexOf(opening);
  expect(start, opening).toBeGreaterThanOrEqual(0);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z]+): (#[0-9a-f]+);/g)].map(([, role = '', colour = '']) => [role, colour]),
  );
}

const pick = (scheme: 'light' | 'dark' | 'print') =>
  Object.fromEntries(Object.entries(palette).map(([role, colour]) => [role, colour[scheme]]));

describe('the palette', () => {
  test.each([
    ['light', ':root {'],
    ['dark', '@media (prefers-color-scheme: dark)'],
    ['print', '@media print'],
  ] as const)('is that of the style sheet, %s', (scheme, opening) => {
    expect(readColours(opening)).toEqual(pick(scheme));
  });
});

describe('contrast', () => {
  test.each([
    ['#000', '#fff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#fff', 4.54],
  ])('of %s on %s is %f', (one, other, ratio) => {
    expect(findContrast(one, other)).toBeCloseTo(ratio, 2);
    expect(findContrast(other, one)).toBeCloseTo(ratio, 2);
  });

  test('is never rounded up, and a colour must be one', () => {
    expect(formatContrast(4.49)).toBe('4.4 : 1');
    expect(() => findContrast('red', '#fff')).toThrow('not a colour in hex: red');
  });

  test.each(['light', 'dark', 'print'] as const)('of words is 4.5 and of edges 3 at least, %s', (scheme) => {
    for (const ground of ['paper', 'wash'] as const) {
      for (const role of ['ink', 'muted', 'commit', 'report'] as const)
        expect([role, findContrast(palette[role][scheme], palette[ground][scheme]) >= 4.5]).toEqual([
          role,
          true,
        ]);
      expect(findContrast(palette.edge[scheme], palette[ground][scheme])).toBeGreaterThanOrEqual(3);
    }
  });
});

test('the scales are those of the style sheet', () => {
  const declared = (prefix: string) =>
    [...css.matchAll(new RegExp(`--${prefix}-(\\w+):`, 'g'))].map(([, name]) => name);
  expect(declared('text')).toEqual(Object.keys(textSizes));
  expect(declared('space')).toEqual([...spaces]);
});
