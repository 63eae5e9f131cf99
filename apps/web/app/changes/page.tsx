import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { listFeedTypes } from '@/features/changes/feed-addresses.ts';
import { ChangesPage, readChangesView } from '@/features/changes/list.tsx';
import { readSince } from '@/features/changes/since.ts';
import { SincePage } from '@/features/changes/since-page.tsx';
import { formatDay, type SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const search = await searchParams;
  const { since } = readSince(search, await readToday());
  return {
    title: since ? `What became known since ${formatDay(since)}` : 'Changes',
    description: since
      ? `Commitments, reported totals and events that became known after ${formatDay(since)}, and the totals then and now.`
      : 'What changed in the published records, when, why and by whom.',
    alternates: { types: await listFeedTypes() },
  };
}

export default async function Page({ searchParams }: PageProps) {
  const [search, today] = [await searchParams, await readToday()];
  const { since, refused } = readSince(search, today);
  if (since) return <SincePage since={since} today={today} />;
  return <ChangesPage view={readChangesView(search, today)} refused={refused} today={today} />;
}
