import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { keepRelease } from '@/api/release.ts';
import { readToday } from '@/api/today.ts';
import { makeMapFile } from '@/features/map/file.ts';
import { MapPage } from '@/features/map/page.tsx';
import { loadMap } from '@/features/map/queries.ts';
import { isWordyMap, mapPath, parseMapView } from '@/features/map/view.ts';
import { describePage } from '@/files/page-metadata.ts';
import type { SearchParams } from '@/text/index.ts';

interface PageProps {
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const today = await readToday();
  const file = makeMapFile(await loadMap(parseMapView(await searchParams, today).view, today));
  return describePage({ ...file, description: file.summary, hasChart: file.draw !== null });
}

export default async function Page({ searchParams }: PageProps) {
  const params = await searchParams;
  const today = await readToday();
  const { view, issues } = parseMapView(params, today);
  if (issues.length === 0 && isWordyMap(params, view)) redirect(await keepRelease(mapPath(view)));
  return <MapPage loaded={await loadMap(view, today)} issues={issues} />;
}
