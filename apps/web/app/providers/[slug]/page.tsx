import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { findProvider } from '@/features/provider/queries.ts';
import { ProviderPage } from '@/features/provider/record.tsx';
import { readProviderView } from '@/features/provider/view.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { known, audience } = readProviderView(search, readToday());
  const provider = await findProvider(slug, known, audience);
  return { title: provider?.name ?? 'Provider' };
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const view = readProviderView(search, readToday());
  const provider = await findProvider(slug, view.known, view.audience);
  if (!provider) notFound();
  return <ProviderPage provider={provider} view={view} today={readToday()} />;
}
