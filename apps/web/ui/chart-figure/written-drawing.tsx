import type { ReactElement } from 'react';

/**
 * A drawing as its markup. Nothing in it changes in the browser, which is thus given one text instead of hundreds of parts
 * to put together before the page wakes. `id`: unlike every other on the page.
 */
export async function WrittenDrawing({ svg, id }: { svg: ReactElement; id: string }) {
  // Next.js refuses the static import of this in its server code.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const markup = renderToStaticMarkup(svg, { identifierPrefix: `${id}-` });
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote it, and escaped what is in it
  return <div dangerouslySetInnerHTML={{ __html: markup }} />;
}
