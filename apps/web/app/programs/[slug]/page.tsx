import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { findProgram } from '@/features/program/queries.ts';
import { ProgramPage } from '@/features/program/record.tsx';
import { readKnown, type SearchParams } from '@/text/index.ts';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const program = await findProgram(slug, readKnown(search, readToday()).known);
  return { title: program?.name ?? 'Program' };
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { known, refused } = readKnown(search, readToday());
  const program = await findProgram(slug, known);
  if (!program) notFound();
  return <ProgramPage program={program} known={known} refused={refused} today={readToday()} />;
}
