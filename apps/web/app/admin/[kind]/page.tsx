import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findKind } from '@/features/editing/kinds.ts';
import { RecordList } from '@/features/records/list.tsx';
import { addressOfRecords, readRecordsView } from '@/features/records/view.ts';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { startLine } from '@/text/index.ts';
import { PageHeader } from '@/ui/page-header.tsx';

export async function generateMetadata({ params }: PageProps<'/admin/[kind]'>): Promise<Metadata> {
  const kind = findKind((await params).kind);
  return { title: kind ? startLine(kind.plural) : 'Nothing here' };
}

export default async function RecordsPage({ params, searchParams }: PageProps<'/admin/[kind]'>) {
  const kind = findKind((await params).kind);
  if (!kind) notFound();
  const asked = readRecordsView(kind, await searchParams);
  const viewer = await requireViewer(addressOfRecords(kind, asked));
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at={`/admin/${kind.path}`} />}
        title={startLine(kind.plural)}
        dek={
          kind.hasStates
            ? 'What readers see changes only when a record is published.'
            : 'There are no drafts of these: what is written holds at once.'
        }
      />
      <RecordList kind={kind} asked={asked} viewer={viewer} />
    </>
  );
}
