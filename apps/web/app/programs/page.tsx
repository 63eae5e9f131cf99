import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { ProgramList } from '@/features/program/list.tsx';
import { makeProgramListFile } from '@/features/program/list-file.ts';
import { listPrograms } from '@/features/program/queries.ts';
import { readProgramView } from '@/features/program/view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const view = readProgramView(await searchParams, await readToday());
  const file = makeProgramListFile(await listPrograms(view.known, view.audience), view);
  return describePage({
    title: 'Programs',
    description: file.summary,
    page: file.page,
    hasChart: file.draw !== null,
  });
}

export default async function Page({ searchParams }: PageProps) {
  return <ProgramList view={readProgramView(await searchParams, await readToday())} />;
}
