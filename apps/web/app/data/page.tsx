import type { Metadata } from 'next';
import { listFeedTypes } from '@/features/changes/feed-addresses.ts';
import { DataPage } from '@/features/data/page.tsx';
import { findDataPage } from '@/features/data/queries.ts';

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: 'Data',
    description: 'The records as files, feeds and an API, with their licence, citation and columns.',
    alternates: { types: await listFeedTypes() },
  };
}

export default async function Page() {
  return <DataPage dataset={await findDataPage()} />;
}
