import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { CountryList } from '@/features/country/list.tsx';
import { countryListPath, readCountryView } from '@/features/country/view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  return describePage({
    title: 'Countries',
    description: 'What is promised to each country, and what is reported of it.',
    page: countryListPath(readCountryView(await searchParams, await readToday())),
    hasChart: false,
  });
}

export default async function Page({ searchParams }: PageProps) {
  return <CountryList view={readCountryView(await searchParams, await readToday())} />;
}
