import { expect } from 'vitest';
import type { Weight } from './weight.ts';

/**
 * Bytes of script, compressed, of a page that does nothing beyond links and a chart to travel along. An app of this Next.js
 * with nothing in it ships 135 kB (`npm run lighthouse` measures it).
 */
export const PLAIN = 158_000;
const STYLE = 14_500;
const FONT = 100_000;

/** Holds a page to `script` bytes, and to what all pages have for style and typefaces. */
export function expectWithinBudget({ script, style, font }: Weight, mostScript: number): void {
  // Where nothing was found, nothing was weighed.
  expect(script).toBeGreaterThan(100_000);
  expect(style).toBeGreaterThan(5_000);
  expect(font).toBeGreaterThan(10_000);
  expect(script).toBeLessThanOrEqual(mostScript);
  expect(style).toBeLessThanOrEqual(STYLE);
  expect(font).toBeLessThanOrEqual(FONT);
}
