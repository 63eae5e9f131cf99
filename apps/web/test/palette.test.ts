import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { palette } from '../ui/palette.ts';

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
