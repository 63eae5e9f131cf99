import type { Metadata } from 'next';
import { findPermalink } from '@/api/permalink.ts';
import { keepRelease } from '@/api/release.ts';
import { cardAddress, fileAddress } from './address.ts';

interface PageFacts {
  title: string;
  description: string;
  /** Path and parameters of the view, as in ViewFile. */
  page: string;
  /** Whether the page's view has a chart, which is then the picture of its link. */
  hasChart: boolean;
  /** Addresses of the page's own feeds. */
  feeds?: { atom: string; json: string };
}

/** What search engines, feed readers and those who share a link are told of a page. */
export async function describePage({
  title,
  description,
  page: path,
  hasChart,
  feeds,
}: PageFacts): Promise<Metadata> {
  const page = await keepRelease(path);
  const images = hasChart
    ? [{ url: cardAddress(page), width: 1200, height: 630, alt: `${title}. ${description}` }]
    : undefined;
  return {
    metadataBase: new URL(await findPermalink('/')),
    title,
    description,
    alternates: {
      canonical: page,
      types: {
        'text/csv': fileAddress(page, 'csv'),
        'application/json': fileAddress(page, 'json'),
        ...(feeds && { 'application/atom+xml': feeds.atom, 'application/feed+json': feeds.json }),
      },
    },
    openGraph: { type: 'website', siteName: 'Muster', title, description, url: page, images },
    twitter: { card: hasChart ? 'summary_large_image' : 'summary' },
  };
}
