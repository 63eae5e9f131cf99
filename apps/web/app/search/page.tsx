import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { SearchPage } from '@/features/search/page.tsx';
import { readSearchView, writeTitle } from '@/features/search/view.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { text } = readSearchView(await searchParams, await readToday());
  if (text === null) return { title: 'Search', description: 'Find a record by its words, figures or days.' };
  return { title: writeTitle(text), robots: { index: false, follow: true } };
}

export default async function Page({ searchParams }: PageProps) {
  return <SearchPage view={readSearchView(await searchParams, await readToday())} />;
}
