import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findKind } from '@/features/editing/kinds.ts';
import { findKnownNames } from '@/features/editing/load.ts';
import { RecordForm } from '@/features/editing/record-form.tsx';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { PageHeader } from '@/ui/page-header.tsx';

type Props = PageProps<'/admin/[kind]/new'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `New ${findKind((await params).kind)?.noun ?? 'record'}` };
}

export default async function NewRecordPage({ params, searchParams }: Props) {
  const kind = findKind((await params).kind);
  if (!kind?.isOpen) notFound();
  const viewer = await requireViewer(`/admin/${kind.path}/new`);
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at={`/admin/${kind.path}`} />}
        title={`New ${kind.noun}`}
      />
      <RecordForm
        path={kind.path}
        record={null}
        names={await findKnownNames()}
        writer={viewer.email}
        given={readGiven(await searchParams, kind.rules)}
      />
    </>
  );
}

/** Fields that the address fills in: `/admin/links/new?from=…`. */
function readGiven(params: Record<string, string | string[] | undefined>, { shape }: { shape: object }) {
  return Object.fromEntries(
    Object.entries(params).filter(
      ([field, value]) => Object.hasOwn(shape, field) && typeof value === 'string',
    ),
  );
}
