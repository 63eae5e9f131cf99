import type * as api from '@/generated/contract.ts';
import { Link } from '@/ui/link.tsx';
import { Notice } from '@/ui/notice.tsx';
import { findPublicPath, type Kind } from './kinds.ts';
import type { OpenRecord } from './record.ts';
import type { Told } from './use-record.ts';

const stateNews: Record<api.RecordState, string> = {
  DRAFT: 'Saved as a draft. Readers do not see it.',
  IN_REVIEW:
    'In review. Somebody else publishes it; an administrator may do so alone, and the history says so.',
  PUBLISHED: 'Published. Readers see it now.',
  RETRACTED: 'Taken back. Its address stays and gives the reason.',
};

interface AnswerNoticeProps {
  kind: Kind;
  told: Told | null;
  record: OpenRecord | null;
}

/** What came of the last save or step. Conflicts and fields that need mending are told elsewhere. */
export function AnswerNotice({ kind, told, record }: AnswerNoticeProps) {
  if (!told) return null;
  const { answer, action } = told;
  if (answer.is === 'refused') return <Notice tone="error">{answer.message}</Notice>;
  if (answer.is !== 'saved' || !record) return null;
  const { slug, version, state } = record;
  const publicPath = findPublicPath(kind, slug, state ?? null);
  const isBack = action === 'sendBack';
  const news = isBack
    ? 'Back with its author, as a draft.'
    : state
      ? stateNews[state]
      : 'Saved. It holds at once.';
  return (
    <div role="status">
      <Notice>
        {news} {`Version ${version}.`} {publicPath && <Link href={publicPath}>Its public page</Link>}
      </Notice>
    </div>
  );
}
