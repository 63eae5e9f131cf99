import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { findSource } from '@/features/source/queries.ts';
import { SourcePage, writeDek } from '@/features/source/record.tsx';
import { describePage } from '@/files/page-metadata.ts';
import { readKnown, type SearchParams } from '@/text/index.ts';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const source = await findSource((await params).slug);
  if (!source) return { title: 'Source' };
  return describePage({
    title: `${source.title}, ${source.publisher}`,
    description: writeDek(source),
    page: `/sources/${source.slug}`,
    hasChart: false,
  });
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const source = await findSource(slug);
  if (!source) notFound();
  return <SourcePage source={source} {...readKnown(search, await readToday())} />;
}
