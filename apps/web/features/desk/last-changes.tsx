import { listChanges } from '@/features/changes/queries.ts';
import { nameAction, nameKind, pathOfChange } from '@/features/changes/words.ts';
import { formatChange } from '@/features/records/rows.ts';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import styles from './desk.module.css';

/** The newest changes of what readers see, whoever made them. */
export async function LastChanges() {
  const { changes } = await listChanges({ first: 8 });
  if (changes.length === 0) return <Empty>No change is on record.</Empty>;
  return (
    <ol className={styles.changes}>
      {changes.map((change) => {
        const { entity, slug, version, at, action, actor, title } = change;
        const path = pathOfChange(change);
        return (
          <li key={`${entity} ${slug} ${version}`}>
            <time dateTime={at} className={styles.time}>
              {formatChange(at)}
            </time>
            <span>
              {`${nameAction(action)} by ${actor}: `}
              {path ? <Link href={path}>{title}</Link> : `${nameKind(entity)} ${title ?? slug}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
