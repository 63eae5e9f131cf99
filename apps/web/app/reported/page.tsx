import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { readListView } from '@/features/count/list-view.ts';
import { ReportedTotalList } from '@/features/reported-total/list.tsx';
import type { SearchParams } from '@/text/index.ts';

export const metadata: Metadata = {
  title: 'Reported totals',
  description: 'Numbers that somebody says were trained, and who says so.',
};

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <ReportedTotalList view={readListView('/reported', await searchParams, await readToday())} />;
}
