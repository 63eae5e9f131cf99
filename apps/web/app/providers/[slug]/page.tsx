import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { makeProviderFile } from '@/features/provider/file.ts';
import { findProvider } from '@/features/provider/queries.ts';
import { ProviderPage } from '@/features/provider/record.tsx';
import { readProviderView } from '@/features/provider/view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const view = readProviderView(search, await readToday());
  const provider = await findProvider(slug, view.known, view.audience);
  if (!provider) return { title: 'Provider' };
  const { page, summary, draw } = makeProviderFile(provider, view);
  return describePage({ title: provider.name, description: summary, page, hasChart: draw !== null });
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const view = readProviderView(search, await readToday());
  const provider = await findProvider(slug, view.known, view.audience);
  if (!provider) notFound();
  return <ProviderPage provider={provider} view={view} today={await readToday()} />;
}
