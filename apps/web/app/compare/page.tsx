import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { keepRelease } from '@/api/release.ts';
import { readToday } from '@/api/today.ts';
import { ComparePage } from '@/features/compare/compare-page.tsx';
import { makeCompareFile } from '@/features/compare/file.ts';
import { loadComparison } from '@/features/compare/find-comparison.ts';
import { comparePath, fewest, isWordy, parseCompare } from '@/features/compare/view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

const plain: Metadata = {
  title: 'Compare',
  description: 'Providers, programs or countries side by side: training promised, due and reported.',
};

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const today = await readToday();
  const { view } = parseCompare(await searchParams, today);
  const comparison = await loadComparison(view);
  if (comparison.subjects.length < fewest) return plain;
  const { title, summary, page, draw } = makeCompareFile(comparison, today);
  return describePage({ title, description: summary, page, hasChart: draw !== null });
}

export default async function Page({ searchParams }: PageProps) {
  const params = await searchParams;
  const today = await readToday();
  const { view, issues } = parseCompare(params, today);
  if (issues.length === 0 && isWordy(params)) redirect(await keepRelease(comparePath(view)));
  return <ComparePage comparison={await loadComparison(view)} issues={issues} today={today} />;
}
