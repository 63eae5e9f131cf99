import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Figure, type Link, type Range, type TotalOptions, totalAt } from '../src/index.ts';

interface Example {
  name: string;
  figures: Figure[];
  links: Link[];
  options: TotalOptions;
  expected: Range;
}

const examples: Example[] = JSON.parse(readFileSync(new URL('./examples.json', import.meta.url), 'utf8'));

describe('the worked cases', () => {
  it('are thirteen', () => expect(examples).toHaveLength(13));

  it.each(examples)('$name', ({ figures, links, options, expected }) => {
    const range = totalAt(figures, links, options);
    expect(Math.abs(range.low - expected.low)).toBeLessThan(1e-6);
    expect(Math.abs(range.high - expected.high)).toBeLessThan(1e-6);
  });
});
