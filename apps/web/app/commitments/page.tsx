import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { CommitmentList } from '@/features/commitment/list.tsx';
import { readListView } from '@/features/count/list-view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

export function generateMetadata(): Promise<Metadata> {
  return describePage({
    title: 'Commitments',
    description: 'Who promised to train whom, how many and by when, with the verdict on each promise.',
    page: '/commitments',
    hasChart: false,
  });
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <CommitmentList view={readListView('/commitments', await searchParams, await readToday())} />;
}
