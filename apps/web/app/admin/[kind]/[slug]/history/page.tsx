import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { readOn } from '@/features/history/on-day.ts';
import { findRecordHistory, HistoryPage } from '@/features/history/page.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { readParam } from '@/text/index.ts';

export const metadata = { title: 'History' };

export default async function RecordHistoryPage({
  params,
  searchParams,
}: PageProps<'/admin/[kind]/[slug]/history'>) {
  const { kind, slug } = await params;
  const viewer = await requireViewer(`/admin/${kind}/${slug}/history`);
  const history = await findRecordHistory(kind, slug);
  if (!history) notFound();
  const today = await readToday();
  const { on, refused } = readOn(readParam(await searchParams, 'on'), today);
  return (
    <HistoryPage history={history} slug={slug} viewer={viewer} on={on} refused={refused} today={today} />
  );
}
