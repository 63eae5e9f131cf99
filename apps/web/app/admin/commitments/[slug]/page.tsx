import { notFound } from 'next/navigation';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { findChoices } from '@/features/editing/choices.ts';
import { CommitmentForm } from '@/features/editing/commitment-form.tsx';
import { EditableCommitmentDocument } from '@/features/editing/documents.ts';
import { toFields } from '@/features/editing/form-values.ts';
import { stateWords } from '@/features/editing/state-words.ts';
import { requireViewer } from '@/features/session/viewer.ts';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'Edit a commitment' };

export default async function EditCommitmentPage({
  params,
  searchParams,
}: PageProps<'/admin/commitments/[slug]'>) {
  const { slug } = await params;
  await requireViewer(`/admin/commitments/${slug}`);
  const { editableCommitment: record } = await queryAsViewer(EditableCommitmentDocument, { slug });
  if (!record) notFound();
  const { version, state, title } = record;
  return (
    <>
      <PageHeader
        kicker={
          <>
            <Link href="/admin">Commitments</Link>
            {` / ${stateWords[state]}, version ${version}`}
            {state === 'PUBLISHED' && (
              <>
                {' · '}
                <Link href={`/commitments/${slug}`}>Public page</Link>
              </>
            )}
          </>
        }
        title={title}
      />
      <CommitmentForm
        fields={toFields(record)}
        origin={{ slug, version }}
        state={state}
        choices={await findChoices()}
        isJustWritten={'written' in (await searchParams)}
      />
    </>
  );
}
