import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { findSource } from '@/features/source/queries.ts';
import { SourcePage } from '@/features/source/record.tsx';
import { readKnown, type SearchParams } from '@/text/index.ts';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const source = await findSource((await params).slug);
  return { title: source ? `${source.title}, ${source.publisher}` : 'Source' };
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const source = await findSource(slug);
  if (!source) notFound();
  return <SourcePage source={source} {...readKnown(search, await readToday())} />;
}
