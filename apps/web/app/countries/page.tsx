import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { CountryList } from '@/features/country/list.tsx';
import { readCountryView } from '@/features/country/view.ts';
import type { SearchParams } from '@/text/index.ts';

export const metadata: Metadata = {
  title: 'Countries',
  description: 'What is promised to each country, and what is reported of it.',
};

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <CountryList view={readCountryView(await searchParams, readToday())} />;
}
