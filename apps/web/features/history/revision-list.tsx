import type { Kind } from '@/features/editing/kinds.ts';
import { formatChange } from '@/features/records/rows.ts';
import { tellAction } from './action-words.ts';
import { type Content, diffContent, readContent } from './diff.ts';
import { DiffView } from './diff-view.tsx';
import type { ListedRevision, StandingRecord } from './documents.ts';
import styles from './history.module.css';
import { RecordFields } from './record-fields.tsx';
import { RestoreButton } from './restore-button.tsx';

interface RevisionListProps {
  kind: Kind;
  revisions: readonly ListedRevision[];
  /** Null: the record was deleted. */
  standing: StandingRecord | null;
}

/** Every change of a record, newest first: who, when, what, why, and what it said before and after. */
export function RevisionList({ kind, revisions, standing }: RevisionListProps) {
  const first = revisions.at(-1);
  const original = readContent(first?.before);
  return (
    <ol className={styles.revisions}>
      {revisions.map((revision) => (
        <li key={revision.version} id={`version-${revision.version}`}>
          <Revision kind={kind} revision={revision} standing={standing} />
        </li>
      ))}
      {first && original && (
        <li>
          <article aria-labelledby="title-original">
            <h3 id="title-original">As it came in with the dataset</h3>
            <p className={styles.facts}>{`version ${first.version - 1}`}</p>
            <Whole content={original} />
            <Restore kind={kind} standing={standing} to={first.version - 1} content={original} />
          </article>
        </li>
      )}
    </ol>
  );
}

interface RevisionProps {
  kind: Kind;
  revision: ListedRevision;
  standing: StandingRecord | null;
}

function Revision({ kind, revision, standing }: RevisionProps) {
  const { version, action, actor, at, reason, isPublic } = revision;
  const [before, after] = [readContent(revision.before), readContent(revision.after)];
  const whole = before === null ? after : after === null ? before : null;
  const fields = whole === null ? diffContent(before, after) : [];
  return (
    <article aria-labelledby={`title-${version}`}>
      <h3 id={`title-${version}`}>
        {tellAction(action)} by {actor}
      </h3>
      <p className={styles.facts}>
        <time dateTime={at}>{`${formatChange(at)} UTC`}</time>
        <span>{`version ${version}`}</span>
        <span>{isPublic ? 'readers are told' : 'not told to readers'}</span>
      </p>
      {reason && <p className={styles.reason}>{reason}</p>}
      {fields.length > 0 && <DiffView fields={fields} />}
      {whole && <Whole content={whole} />}
      {after && <Restore kind={kind} standing={standing} to={version} content={after} />}
    </article>
  );
}

/** What came in or went as a whole is folded up: it is no change of a field. */
function Whole({ content }: { content: Content }) {
  return (
    <details className={styles.whole}>
      <summary>All that it said</summary>
      <RecordFields content={content} />
    </details>
  );
}

interface RestoreProps {
  kind: Kind;
  standing: StandingRecord | null;
  to: number;
  content: Content;
}

/** Nothing where the viewer may not change the record, or it says the same now. */
function Restore({ kind, standing, to, content }: RestoreProps) {
  if (!standing?.actions.includes('UPDATE')) return null;
  if (diffContent(content, readContent(standing.input)).length === 0) return null;
  return (
    <RestoreButton
      entity={kind.entity}
      slug={standing.slug}
      version={standing.version}
      to={to}
      isSeen={standing.state === 'PUBLISHED' || !kind.hasStates}
    />
  );
}
