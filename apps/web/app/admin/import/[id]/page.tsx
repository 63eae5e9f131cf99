import { notFound } from 'next/navigation';
import { Importer } from '@/features/import/importer.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Import' };

export default async function ImportJobPage({ params }: PageProps<'/admin/import/[id]'>) {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  await requireViewer(`/admin/import/${id}`);
  return (
    <>
      <PageHeader kicker={<Link href="/admin/import">Import and export</Link>} title={`Import ${id}`} />
      <Importer id={Number(id)} />
    </>
  );
}
