import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { Bibliography } from '@/features/source/bibliography.tsx';
import { readSourceView } from '@/features/source/list-view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

export function generateMetadata(): Promise<Metadata> {
  return describePage({
    title: 'Sources',
    description: 'Every document that a number or an event rests on.',
    page: '/sources',
    hasChart: false,
  });
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <Bibliography view={readSourceView(await searchParams, await readToday())} />;
}
