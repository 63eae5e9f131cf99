import { queryAsViewer } from '@/api/query-as-viewer.ts';
import editing from '@/features/editing/editing.module.css';
import { editPath, findKind, findPublicPath, type Kind } from '@/features/editing/kinds.ts';
import { stateWords } from '@/features/editing/state-words.ts';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import type { Viewer } from '@/features/session/viewer.ts';
import { startLine } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { readContent } from './diff.ts';
import { type ListedRevision, RecordHistoryDocument, type StandingRecord } from './documents.ts';
import { findOnDay } from './on-day.ts';
import { PastRecordView } from './past-record.tsx';
import { RevisionList } from './revision-list.tsx';

interface History {
  kind: Kind;
  revisions: ListedRevision[];
  /** Null: deleted. */
  standing: StandingRecord | null;
}

/** The history of a record, also of a deleted one; null where there never was one. */
export async function findRecordHistory(path: string, slug: string): Promise<History | null> {
  const kind = findKind(path);
  if (!kind) return null;
  const { recordHistory, editableRecord } = await queryAsViewer(RecordHistoryDocument, {
    entity: kind.entity,
    slug,
  });
  if (!editableRecord && recordHistory.length === 0) return null;
  return { kind, revisions: recordHistory, standing: editableRecord };
}

interface HistoryPageProps {
  history: History;
  slug: string;
  viewer: Viewer;
  /** Day to look back to; null: none asked for. */
  on: string | null;
  refused: string | null;
  today: string;
}

export function HistoryPage({ history, slug, viewer, on, refused, today }: HistoryPageProps) {
  const { kind, revisions, standing } = history;
  const path = editPath(kind, slug);
  const publicPath = standing && findPublicPath(kind, slug, standing.state ?? null);
  return (
    <>
      <PageHeader
        kicker={
          <>
            <AdminPlaces viewer={viewer} at={`/admin/${kind.path}`} />
            <p className={editing.way}>
              {standing ? <Link href={path}>Edit the {kind.noun}</Link> : 'Deleted'}
              {standing?.state && <span>{stateWords[standing.state]}</span>}
              {publicPath && <Link href={publicPath}>Public page</Link>}
              {on && <Link href={`${path}/history`}>Without a day</Link>}
            </p>
          </>
        }
        title={`History: ${standing?.title ?? nameDeleted(kind, revisions, slug)}`}
      />
      <form method="get" className={editing.search}>
        <label>
          What did it look like on
          <input name="on" type="date" defaultValue={on ?? ''} max={today} required />
        </label>
        <button type="submit" className={editing.button}>
          Look
        </button>
      </form>
      {refused && (
        <Notice tone="error">
          “{refused}” is not a day up to today; write it as YYYY-MM-DD, such as {today}.
        </Notice>
      )}
      {on && <PastRecordView on={on} past={findOnDay(revisions, standing, on)} />}
      <Section
        id="changes"
        title="Changes"
        aside={`${revisions.length} ${revisions.length === 1 ? 'version' : 'versions'}, newest first`}
      >
        {revisions.length > 0 ? (
          <RevisionList kind={kind} revisions={revisions} standing={standing} />
        ) : (
          <Empty>It stands as it came in with the dataset: nobody has changed it.</Empty>
        )}
      </Section>
    </>
  );
}

function nameDeleted(kind: Kind, revisions: readonly ListedRevision[], slug: string): string {
  const content = readContent(revisions.find(({ before }) => before)?.before);
  const name = content?.title ?? content?.name;
  return typeof name === 'string' ? name : `${startLine(kind.noun)} ${slug}`;
}
