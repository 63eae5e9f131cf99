import { AuditLog } from '@/features/audit/page.tsx';
import { readAuditView } from '@/features/audit/view.ts';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Audit log' };

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const viewer = await requireViewer('/admin/audit');
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin/audit" />}
        title="Audit log"
        dek="Who signed in, and what was done to accounts, keys, releases and records. It is only ever added to. Times are UTC."
      />
      {viewer.role === 'ADMIN' ? (
        <AuditLog asked={readAuditView(await searchParams)} />
      ) : (
        <Notice>The audit log needs the role ADMIN. Ask an administrator.</Notice>
      )}
    </>
  );
}
