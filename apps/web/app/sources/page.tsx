import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { Bibliography } from '@/features/source/bibliography.tsx';
import { readSourceView } from '@/features/source/list-view.ts';
import type { SearchParams } from '@/text/index.ts';

export const metadata: Metadata = {
  title: 'Sources',
  description: 'Every document that a number or an event rests on.',
};

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Bibliography view={readSourceView(await searchParams, await readToday())} />;
}
