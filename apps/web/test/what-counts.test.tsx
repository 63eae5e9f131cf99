import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { WhatCounts, Widest } from '@/features/country/what-counts.tsx';

type Props = ComponentProps<typeof WhatCounts>;

const line = (slug: string, low: number, high: number) => ({
  quantity: { low, high },
  count: { __typename: 'ReportedTotal', slug, title: slug },
});
const totals = {
  pledged: { low: 0, high: 30_000 },
  due: { low: 0, high: 28_493 },
  reported: { low: 0, high: 209_779 },
  contributions: [line('course', 17, 17), line('academy', 0, 3711), line('everywhere', 0, 150_000)],
} as unknown as Props['totals'];
const country = {
  iso3: 'AGO',
  name: 'Angola',
  commitments: { nodes: [{}] },
  reportedTotals: { nodes: [] },
} as unknown as Props['country'];
const at = { country, totals, known: '2024-09-09' };

test('a country counts what the overview counts, and leads to it and to every audience', () => {
  const html = renderToStaticMarkup(<WhatCounts {...at} audience="police-and-security" />);
  expect(html).toContain(
    'training of police and security, by every provider; training places read as people',
  );
  expect(html).toContain('href="/countries/AGO?audience=all&amp;known=2024-09-09"');
  expect(html).toContain('href="/?provider=any&amp;recipients=AGO&amp;known=2024-09-09"');
});

test('of a provider it leads to what the provider promised', () => {
  const html = renderToStaticMarkup(<WhatCounts {...at} provider="india" audience="all" />);
  expect(html).not.toContain('every provider');
  expect(html).toContain('href="/countries/AGO?known=2024-09-09"');
  expect(html).toContain('href="/?provider=india&amp;audience=all&amp;known=2024-09-09"');
});

test('the high end names the largest number that may include the country', () => {
  const html = renderToStaticMarkup(<Widest totals={totals} name="Angola" known={null} />);
  expect(html).toContain('<a href="/reported/everywhere">everywhere</a> (150,000)');
});
