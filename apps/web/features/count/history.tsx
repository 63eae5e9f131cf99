import { anchorOfChange, nameAction } from '@/features/changes/words.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { formatDay } from '@/text/index.ts';
import styles from './record.module.css';

/** Public changes of a record, newest first. */
export function History({ revisions }: { revisions: CountRecordFragment['history'] }) {
  if (revisions.length === 0) return <p className="muted">No change is on record.</p>;
  return (
    <ol className={styles.history} reversed>
      {revisions.map(({ version, action, actor, reason, at, changedFields }) => (
        <li key={`${version} ${action} ${at}`} id={anchorOfChange({ version, action })}>
          <span>
            {nameAction(action)} by {actor}, <time dateTime={at}>{formatDay(at)}</time>
          </span>
          <small>
            version {version}
            {reason && <> · {reason}</>}
            {changedFields.length > 0 && <> · {changedFields.join(', ')}</>}
          </small>
        </li>
      ))}
    </ol>
  );
}
