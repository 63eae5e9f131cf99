import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { makeReportedTotalFile } from '@/features/count/files/record-file.ts';
import { findRetraction, RetractedPage } from '@/features/count/retracted.tsx';
import { findReportedTotal } from '@/features/reported-total/queries.ts';
import { ReportedTotalPage } from '@/features/reported-total/record.tsx';
import { describePage } from '@/files/page-metadata.ts';
import { readKnown, type SearchParams } from '@/text/index.ts';
import { NotYetKnown } from '@/ui/not-yet-known.tsx';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const today = await readToday();
  const { known } = readKnown(search, today);
  const report = await findReportedTotal(slug, known);
  if (!report) return { title: 'Reported total' };
  const { title, summary, page } = makeReportedTotalFile(report, known, today);
  return describePage({ title, description: summary, page, hasChart: true });
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { known, refused } = readKnown(search, await readToday());
  const report = await findReportedTotal(slug, known);
  if (report) {
    return <ReportedTotalPage report={report} known={known} refused={refused} today={await readToday()} />;
  }
  const later = known && (await findReportedTotal(slug, null));
  if (!later) {
    const retraction = await findRetraction(slug, 'ReportedTotal');
    if (!retraction) notFound();
    return <RetractedPage retraction={retraction} known={known} />;
  }
  return <NotYetKnown title={later.title} knownOn={later.knownOn} known={known} path={`/reported/${slug}`} />;
}
