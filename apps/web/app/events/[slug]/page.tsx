import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { findEvent } from '@/features/event/queries.ts';
import { EventPage, writeDek } from '@/features/event/record.tsx';
import { describePage } from '@/files/page-metadata.ts';
import { readKnown, type SearchParams } from '@/text/index.ts';
import { NotYetKnown } from '@/ui/not-yet-known.tsx';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const event = await findEvent(slug, readKnown(search, await readToday()).known);
  if (!event) return { title: 'Event' };
  return describePage({
    title: event.title,
    description: writeDek(event),
    page: `/events/${event.slug}`,
    hasChart: false,
  });
}

export default async function Page({ params, searchParams }: PageProps) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const { known, refused } = readKnown(search, await readToday());
  const event = await findEvent(slug, known);
  if (event) return <EventPage event={event} known={known} refused={refused} />;
  const later = known && (await findEvent(slug, null));
  if (!later) notFound();
  return <NotYetKnown title={later.title} knownOn={later.knownOn} known={known} path={`/events/${slug}`} />;
}
