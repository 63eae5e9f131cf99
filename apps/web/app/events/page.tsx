import type { Metadata } from 'next';
import { readToday } from '@/api/today.ts';
import { readEventView } from '@/features/event/list-view.ts';
import { EventTimeline } from '@/features/event/timeline.tsx';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

export function generateMetadata(): Promise<Metadata> {
  return describePage({
    title: 'Events',
    description: 'Forums, summits, agreements and criticism around promises to train foreign police.',
    page: '/events',
    hasChart: false,
  });
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <EventTimeline view={readEventView(await searchParams, await readToday())} />;
}
