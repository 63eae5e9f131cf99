import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readToday } from '@/api/today.ts';
import { findEvent } from '@/features/event/queries.ts';
import { EventPage } from '@/features/event/record.tsx';
import { readKnown, type SearchParams } from '@/text/index.ts';
import { NotYetKnown } from '@/ui/not-yet-known.tsx';

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const event = await findEvent(slug, readKnown(search, await readToday()).known);
  return { title: event?.title ?? 'Event' };
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
