import { readToday } from '@/api/today.ts';
import { MakeReleaseForm } from '@/features/release/make-form.tsx';
import { listReleases } from '@/features/release/queries.ts';
import { ReleaseTable } from '@/features/release/table.tsx';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';

export const metadata = { title: 'Releases' };

export default async function ReleasesPage() {
  const viewer = await requireViewer('/admin/releases');
  const releases = await listReleases();
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin/releases" />}
        title="Releases"
        dek="A release is a copy of the published records as they stand, to be cited. It never changes and cannot be taken back."
      />
      {viewer.role === 'ADMIN' ? (
        <MakeReleaseForm today={await readToday()} />
      ) : (
        <Notice>A release needs the role ADMIN. Ask an administrator.</Notice>
      )}
      <Section id="releases" title="Releases so far">
        <ReleaseTable releases={releases} />
      </Section>
    </>
  );
}
