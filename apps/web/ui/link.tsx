import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/** A link within the site. Pages are rendered per request, so nothing is fetched before it is asked for. */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
