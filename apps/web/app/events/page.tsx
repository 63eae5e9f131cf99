import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { readEventView } from '@/features/event/list-view.ts';
import { EventTimeline } from '@/features/event/timeline.tsx';
import type { SearchParams } from '@/text/index.ts';

export const metadata: Metadata = {
  title: 'Events',
  description: 'Forums, summits, agreements and criticism around promises to train foreign police.',
};

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <EventTimeline view={readEventView(await searchParams, await readToday())} />;
}
