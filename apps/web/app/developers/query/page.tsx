import type { Metadata } from 'next';
import { QueryPage } from '@/features/developers/query-page.tsx';
import { readQueryView } from '@/features/developers/query-view.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { query } = await searchParams;
  return {
    title: 'Ask the API',
    description: 'A page to try questions to the API on, with examples.',
    // Whatever an address brings is not a page of ours.
    ...(query && { robots: { index: false, follow: true } }),
  };
}

export default async function Page({ searchParams }: PageProps) {
  return <QueryPage view={readQueryView(await searchParams)} />;
}
