import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { Comments } from '@/features/editing/comments.tsx';
import { CommentsDocument } from '@/features/editing/documents.ts';
import styles from '@/features/editing/editing.module.css';
import { editPath, findKind, findPublicPath } from '@/features/editing/kinds.ts';
import { findKnownNames, findRecord } from '@/features/editing/load.ts';
import { RecordForm } from '@/features/editing/record-form.tsx';
import { stateWords } from '@/features/editing/state-words.ts';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { formatInstant, startLine } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

type Props = PageProps<'/admin/[kind]/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Edit a ${findKind((await params).kind)?.noun ?? 'record'}` };
}

export default async function EditRecordPage({ params, searchParams }: Props) {
  const address = await params;
  const kind = findKind(address.kind);
  if (!kind) notFound();
  const slug = decodeURIComponent(address.slug);
  const viewer = await requireViewer(editPath(kind, slug));
  const record = await findRecord(kind, slug);
  if (!record) notFound();
  const { version, state, title, changedBy, changedAt } = record;
  const { comments } = await queryAsViewer(CommentsDocument, { entity: kind.entity, slug });
  const publicPath = findPublicPath(kind, slug, state ?? null);
  return (
    <>
      <PageHeader
        kicker={
          <>
            <AdminPlaces viewer={viewer} at={`/admin/${kind.path}`} />
            <p className={styles.way}>
              <span>
                {startLine(kind.noun)}
                {state && `, ${stateWords[state]}`}, version {version}
              </span>
              <Link href={`${editPath(kind, slug)}/history`}>History</Link>
              {publicPath && <Link href={publicPath}>Public page</Link>}
            </p>
          </>
        }
        title={title}
        dek={changedBy && `Changed last by ${changedBy}, ${formatInstant(changedAt)}.`}
      />
      <RecordForm
        path={kind.path}
        record={record}
        names={await findKnownNames()}
        writer={viewer.email}
        isJustWritten={'written' in (await searchParams)}
      />
      <Comments path={kind.path} slug={slug} comments={comments} />
    </>
  );
}
