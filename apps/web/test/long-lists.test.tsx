import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { OverlapList } from '@/features/overview/lists.tsx';
import type { Contribution } from '@/features/overview/queries.ts';
import { listStops } from '@/features/overview/stops.ts';

const overlapOf = (index: number) => ({
  part: { __typename: 'Commitment' as const, slug: `part-${index}`, title: `Part ${index}` },
  whole: { __typename: 'Commitment' as const, slug: 'whole', title: 'Whole' },
  isCertain: false,
  basis: null,
  note: null,
});

function renderOverlaps(total: number): string {
  const overlaps = Array.from({ length: total }, (_, index) => overlapOf(index));
  return renderToStaticMarkup(<OverlapList overlaps={overlaps} known="2024-09-09" />);
}

describe('a list that is longer than a page', () => {
  test('shows what fits, how many there are, and where the rest is', () => {
    const html = renderOverlaps(1_234);
    expect(html.match(/<li>/g)).toHaveLength(200);
    expect(html).toContain('The 200 first of 1,234.');
    expect(html).toContain('href="/developers"');
  });

  test('is whole, and says nothing of it, where it fits', () => {
    const html = renderOverlaps(200);
    expect(html.match(/<li>/g)).toHaveLength(200);
    expect(html).not.toContain('The 200');
  });

  test('is cut to the largest behind a place of the chart, with the number of the others', () => {
    const quantityOf = (high: number) => ({ low: high, high });
    const promises = Array.from({ length: 45 }, (_, index) => ({
      quantity: quantityOf(index),
      count: { __typename: 'Commitment', slug: `p${index}`, statedOn: { date: '2024-03-01' } },
    })) as unknown as Contribution[];
    const nothing = quantityOf(0);
    const points = ['2024-01-01', '2025-01-01'].map((on) => ({
      on,
      pledged: nothing,
      due: nothing,
      reported: nothing,
    }));
    const data = {
      from: '2024-01-01',
      to: '2025-01-01',
      asOf: '2025-01-01',
      asOfLabel: '',
      points,
      reports: [],
      moments: [],
    };
    const [stop] = listStops(data, promises);
    expect(stop?.counts).toHaveLength(40);
    expect(stop?.counts[0]).toBe('p44');
    expect(stop?.counts).not.toContain('p4');
    expect(stop?.others).toBe(5);
  });
});
