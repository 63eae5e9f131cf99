import type { Metadata } from 'next';
import { MissingRelease } from '@/features/release/missing.tsx';
import { ReleasePage } from '@/features/release/page.tsx';
import { findRelease, listReleases } from '@/features/release/queries.ts';

interface PageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const found = await findRelease((await params).name);
  if (!found) return { title: 'No such release' };
  return { title: `Release ${found.release.name}`, description: found.release.citation };
}

export default async function Page({ params }: PageProps) {
  const found = await findRelease((await params).name);
  // The API in front answers it with 404.
  if (!found) return <MissingRelease releases={await listReleases()} />;
  return <ReleasePage {...found} />;
}
