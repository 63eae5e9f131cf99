import { findChoices } from '@/features/editing/choices.ts';
import { CommitmentForm } from '@/features/editing/commitment-form.tsx';
import { emptyCommitment } from '@/features/editing/form-values.ts';
import { requireViewer } from '@/features/session/viewer.ts';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export const metadata = { title: 'New commitment' };

export default async function NewCommitmentPage() {
  await requireViewer('/admin/commitments/new');
  return (
    <>
      <PageHeader kicker={<Link href="/admin">Commitments</Link>} title="New commitment" />
      <CommitmentForm fields={emptyCommitment} origin={null} state="DRAFT" choices={await findChoices()} />
    </>
  );
}
