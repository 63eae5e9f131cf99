import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';

const trail = [{ label: 'Events', path: '/events' }, { label: 'Reuters & <co>' }];

test('each step with a page is a link that keeps the day; the rest are words', () => {
  const html = renderToStaticMarkup(<Breadcrumbs trail={trail} known="2024-09-09" />);
  expect(html).toMatch(/^<nav aria-label="Breadcrumb"><ol/);
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(html).toContain('<a href="/events?known=2024-09-09">Events</a>');
  expect(html).toContain('<li>Reuters &amp; &lt;co&gt;</li>');
});

test('today needs no day in links', () => {
  expect(renderToStaticMarkup(<Breadcrumbs trail={trail} known={null} />)).toContain('href="/events"');
});
