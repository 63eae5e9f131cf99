import type * as api from '@/generated/contract.ts';
import { Link } from '@/ui/link.tsx';
import { Notice } from '@/ui/notice.tsx';
import styles from './editing.module.css';
import type { Answer } from './save.ts';

interface AnswerNoticeProps {
  answer: Answer | null;
  state: api.RecordState;
  onSaveOver: (version: number) => void;
}

const stateNews: Record<api.RecordState, string> = {
  DRAFT: 'Saved as a draft. Readers do not see it.',
  IN_REVIEW:
    'In review. Somebody else publishes it; an administrator may do so alone, and the history says so.',
  PUBLISHED: 'Published. Readers see it now.',
  RETRACTED: 'Taken back. Its address stays and gives the reason.',
};

/** What came of the last save or step. */
export function AnswerNotice({ answer, state, onSaveOver }: AnswerNoticeProps) {
  if (!answer || answer.__typename === 'ValidationFailed') return null;
  if (answer.__typename === 'CommitmentSaved') {
    const { slug, version } = answer.commitment;
    return (
      <div role="status">
        <Notice>
          {stateNews[state]} {`Version ${version}.`}{' '}
          {state === 'PUBLISHED' && <Link href={`/commitments/${slug}`}>Its public page</Link>}
        </Notice>
      </div>
    );
  }
  if (answer.__typename === 'VersionConflict') {
    const { changedBy, currentVersion } = answer;
    return (
      <Notice tone="error">
        <p>
          {`${changedBy} changed the record to version ${currentVersion} while you were writing. Your text is still here and was not written.`}
        </p>
        <p>
          <a href={window.location.pathname} target="_blank" rel="noreferrer">
            See version {currentVersion} in another tab
          </a>{' '}
          <button type="button" className={styles.button} onClick={() => onSaveOver(currentVersion)}>
            {`Save mine over version ${currentVersion}`}
          </button>
        </p>
      </Notice>
    );
  }
  return <Notice tone="error">{answer.message}</Notice>;
}
