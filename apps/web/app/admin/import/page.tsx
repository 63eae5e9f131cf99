import styles from '@/features/editing/editing.module.css';
import { JobList } from '@/features/import/job-list.tsx';
import { UploadForm } from '@/features/import/upload-form.tsx';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';

export const metadata = { title: 'Import and export' };

export default async function ImportPage() {
  const viewer = await requireViewer('/admin/import');
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin/import" />}
        title="Import and export"
        dek="A file is read, all its rows are checked, and you see what would change before anything does."
      />
      <UploadForm />
      <Section id="imports" title="Imports so far">
        <JobList />
      </Section>
      <Section id="export" title="Export">
        <p>
          Every record in any state, in the shape in which it can be brought in again. The tables hold the
          counts, with their claims.
        </p>
        <p className={styles.search}>
          {['json', 'csv', 'xlsx'].map((ending) => (
            <a key={ending} href={`/api/admin/export.${ending}`} download>
              {`All records, ${ending.toUpperCase()}`}
            </a>
          ))}
        </p>
      </Section>
    </>
  );
}
