import type { Metadata } from 'next';
import { findPermalink } from '@/api/permalink.ts';
import { ChangesPage, readChangesView } from '@/features/changes/list.tsx';
import type { SearchParams } from '@/text/index.ts';

export async function generateMetadata(): Promise<Metadata> {
  const [atom, json] = await Promise.all([findPermalink('/changes.atom'), findPermalink('/changes.json')]);
  return {
    title: 'Changes',
    description: 'What changed in the published records, when, why and by whom.',
    alternates: { types: { 'application/atom+xml': atom, 'application/feed+json': json } },
  };
}

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return <ChangesPage view={readChangesView(await searchParams)} />;
}
