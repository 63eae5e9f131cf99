import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { ProgramList } from '@/features/program/list.tsx';
import { readKnown, type SearchParams } from '@/text/index.ts';

export const metadata: Metadata = {
  title: 'Programs',
  description: 'The programs, forums and channels under which training is promised or delivered.',
};

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <ProgramList {...readKnown(await searchParams, readToday())} />;
}
