import { loadList } from '@/api/load-list.ts';
import {
  addressOf,
  countOf,
  formatDay,
  formatNumber,
  readKnown,
  readParam,
  type SearchParams,
  startLine,
} from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './changes.module.css';
import { FeedLinks } from './feed-links.tsx';
import { type ChangeGroup, groupChanges } from './groups.ts';
import { type Change, listChanges } from './queries.ts';
import { SinceForm } from './since-form.tsx';
import { countKinds, nameAction, nameFields, nameKind, pathOfChange } from './words.ts';

const pageSize = 100;
/** More changes of one kind than this are folded up. */
const mostUnfolded = 8;
const firstPage = { after: null, before: null };

export interface ChangesView {
  /** The day that links to records keep. */
  known: string | null;
  after: string | null;
  before: string | null;
}

export function readChangesView(params: SearchParams, today: string): ChangesView {
  const { known } = readKnown(params, today);
  return { known, after: readParam(params, 'after'), before: readParam(params, 'before') };
}

interface ChangesPageProps {
  view: ChangesView;
  /** What was given as `?since=` instead of a day. */
  refused: string | null;
  today: string;
}

/** What changed in the published records, when, why and by whom, newest first. */
export async function ChangesPage({ view: asked, refused, today }: ChangesPageProps) {
  const { known } = asked;
  const { page, refusals } = await loadList(asked, { ...asked, ...firstPage }, ({ after, before }) =>
    listChanges(before ? { last: pageSize, before } : { first: pageSize, after }),
  );
  const { totalCount, pageInfo, changes } = page;
  return (
    <>
      <PageHeader
        title="Changes"
        dek="What changed in the published records, when, why and by whom, newest first. Nothing is replaced in silence: every change is a version of its record."
      />
      {refused && (
        <Notice tone="error">
          “{refused}” is not a day before today (write YYYY-MM-DD), so these are the changes of the record.
        </Notice>
      )}
      <Refusals sentences={refusals} />
      <SinceForm today={today} />
      <Section id="list" title={countOf(totalCount, 'change')} aside={<FeedLinks />}>
        {changes.length > 0 ? (
          <Days changes={changes} known={known} />
        ) : (
          <Empty>No change is on record.</Empty>
        )}
        <Pager
          previous={
            pageInfo.hasPreviousPage ? addressOf('/changes', { before: pageInfo.startCursor, known }) : null
          }
          next={pageInfo.hasNextPage ? addressOf('/changes', { after: pageInfo.endCursor, known }) : null}
        />
      </Section>
    </>
  );
}

function Days({ changes, known }: { changes: Change[]; known: string | null }) {
  return groupChanges(changes).map(({ day, groups }) => (
    <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
      <h3 id={`day-${day}`}>
        <time dateTime={day}>{formatDay(day)}</time>
      </h3>
      <div>
        {groups.map((group) => (
          <Group key={`${group.action} ${group.actor}`} group={group} known={known} />
        ))}
      </div>
    </section>
  ));
}

function Group({ group, known }: { group: ChangeGroup; known: string | null }) {
  const { action, actor, reason, changes } = group;
  return (
    <details className={styles.group} open={changes.length <= mostUnfolded}>
      <summary>
        <span className={styles.action}>{nameAction(action)}</span> by {actor}{' '}
        <span className="muted">{countKinds(changes)}</span>
      </summary>
      {reason && <p className={styles.reason}>{reason}</p>}
      <ul className="plain">
        {changes.map((change) => (
          <li key={`${change.entity} ${change.slug} ${change.version} ${change.at}`}>
            <ChangeLine change={change} sharedReason={reason} known={known} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ChangeLineProps {
  change: Change;
  sharedReason: string | null;
  known: string | null;
}

function ChangeLine({ change, sharedReason, known }: ChangeLineProps) {
  const { entity, slug, title, version, at, reason, changedFields } = change;
  const path = pathOfChange(change);
  return (
    <>
      {path ? <Link href={addressOf(path, { known })}>{title}</Link> : <span>{title ?? slug}</span>}
      <small>
        {startLine(nameKind(entity))}, version {formatNumber(version)} ·{' '}
        <time dateTime={at}>{at.slice(11, 16)} UTC</time>
        {title === null && <> · no longer published</>}
        {changedFields.length > 0 && <> · changed: {nameFields(changedFields)}</>}
        {reason && reason !== sharedReason && <> · {reason}</>}
      </small>
    </>
  );
}
