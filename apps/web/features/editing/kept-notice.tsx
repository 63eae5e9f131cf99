import { formatInstant } from '@/text/index.ts';
import { Notice } from '@/ui/notice.tsx';
import styles from './editing.module.css';
import type { KeptText } from './kept-text.ts';

interface KeptNoticeProps {
  found: KeptText | null;
  /** The version that stands now; null for a new record. */
  version: number | null;
  onTakeUp: (kept: KeptText) => void;
  onThrowAway: () => void;
}

/** Text of an earlier visit that was never saved. */
export function KeptNotice({ found, version, onTakeUp, onThrowAway }: KeptNoticeProps) {
  if (!found) return null;
  const since = found.base?.version ?? null;
  const when = formatInstant(new Date(found.at).toISOString());
  return (
    <Notice>
      <p>
        {`This browser kept what you wrote on ${when} and did not save.`}
        {since !== version && ` The record has changed since; both changes are put together when you save.`}
      </p>
      <p>
        <button type="button" className={styles.primary} onClick={() => onTakeUp(found)}>
          Go on with it
        </button>{' '}
        <button type="button" className={styles.button} onClick={onThrowAway}>
          Throw it away
        </button>
      </p>
    </Notice>
  );
}
