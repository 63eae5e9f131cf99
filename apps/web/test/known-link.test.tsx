import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { KnownLink } from '@/ui/known-link.tsx';

const address = vi.hoisted(() => ({ search: '' }));
vi.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(address.search) }));

test.each([
  ['', '/countries'],
  ['known=2024-09-09&program=focac', '/countries?known=2024-09-09'],
  ['known=garbage', '/countries'],
])('with "%s" in the address it leads to %s', (search, href) => {
  address.search = search;
  expect(renderToStaticMarkup(<KnownLink href="/countries">Countries</KnownLink>)).toBe(
    `<a href="${href}">Countries</a>`,
  );
});
