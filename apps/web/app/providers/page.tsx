import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { ProviderList } from '@/features/provider/list.tsx';
import { makeProviderListFile } from '@/features/provider/list-file.ts';
import { listProviders } from '@/features/provider/queries.ts';
import { readProviderView } from '@/features/provider/view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const view = readProviderView(await searchParams, await readToday());
  const file = makeProviderListFile(await listProviders(view.known, view.audience), view);
  return describePage({
    title: 'Providers',
    description: file.summary,
    page: file.page,
    hasChart: file.draw !== null,
  });
}

export default async function Page({ searchParams }: PageProps) {
  return <ProviderList view={readProviderView(await searchParams, await readToday())} />;
}
