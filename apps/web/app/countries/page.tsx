import type { Metadata } from 'next';
import { CountryList, readCountryView } from '@/features/country/list.tsx';
import type { SearchParams } from '@/text/index.ts';

export const metadata: Metadata = {
  title: 'Countries',
  description: 'What is promised to each country, and what is reported of it.',
};

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <CountryList view={readCountryView(await searchParams)} />;
}
