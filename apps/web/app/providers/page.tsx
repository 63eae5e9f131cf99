import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { ProviderList } from '@/features/provider/list.tsx';
import { readProviderView } from '@/features/provider/view.ts';
import type { SearchParams } from '@/text/index.ts';

export const metadata: Metadata = {
  title: 'Providers',
  description: 'The countries and organisations that promise or deliver training, and how much.',
};

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <ProviderList view={readProviderView(await searchParams, readToday())} />;
}
