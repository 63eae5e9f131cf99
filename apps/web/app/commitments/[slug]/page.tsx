import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { feedAddresses } from '@/features/changes/feed-addresses.ts';
import { findCommitment } from '@/features/commitment/queries.ts';
import { CommitmentPage } from '@/features/commitment/record.tsx';
import { makeCommitmentFile } from '@/features/count/files/record-file.ts';
import { findRetraction, RetractedPage } from '@/features/count/retracted.tsx';
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
  const commitment = await findCommitment(slug, known);
  if (!commitment) return { title: 'Commitment' };
  const { title, summary, page } = makeCommitmentFile(commitment, known, today);
  const feeds = feedAddresses(`/commitments/${commitment.slug}`);
  return describePage({ title, description: summary, page, hasChart: true, feeds });
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { known, refused } = readKnown(search, await readToday());
  const commitment = await findCommitment(slug, known);
  if (commitment) {
    return (
      <CommitmentPage commitment={commitment} known={known} refused={refused} today={await readToday()} />
    );
  }
  const later = known && (await findCommitment(slug, null));
  if (!later) {
    const retraction = await findRetraction(slug, 'Commitment');
    if (!retraction) notFound();
    return <RetractedPage retraction={retraction} known={known} />;
  }
  return (
    <NotYetKnown title={later.title} knownOn={later.knownOn} known={known} path={`/commitments/${slug}`} />
  );
}
