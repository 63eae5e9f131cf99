import { Desk } from '@/features/desk/desk.tsx';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Desk' };

export default async function DeskPage() {
  const viewer = await requireViewer('/admin');
  return (
    <>
      <PageHeader kicker={<AdminPlaces viewer={viewer} at="/admin" />} title="Desk" />
      <Desk viewer={viewer} />
    </>
  );
}
