import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { makeProgramFile } from '@/features/program/file.ts';
import { findProgram } from '@/features/program/queries.ts';
import { ProgramPage } from '@/features/program/record.tsx';
import { readProgramView } from '@/features/program/view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const view = readProgramView(search, await readToday());
  const program = await findProgram(slug, view.known, view.audience);
  if (!program) return { title: 'Program' };
  const { page, summary, draw } = makeProgramFile(program, view);
  return describePage({ title: program.name, description: summary, page, hasChart: draw !== null });
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const view = readProgramView(search, await readToday());
  const program = await findProgram(slug, view.known, view.audience);
  if (!program) notFound();
  return <ProgramPage program={program} view={view} today={await readToday()} />;
}
