import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { readListView } from '@/features/count/list-view.ts';
import { ReportedTotalList } from '@/features/reported-total/list.tsx';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

export function generateMetadata(): Promise<Metadata> {
  return describePage({
    title: 'Reported totals',
    description: 'Numbers that somebody says were trained, and who says so.',
    page: '/reported',
    hasChart: false,
  });
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <ReportedTotalList view={readListView('/reported', await searchParams, await readToday())} />;
}
