import { loadList } from '@/api/load-list.ts';
import {
  addressOf,
  countOf,
  formatDay,
  formatNumber,
  readParam,
  type SearchParams,
  startLine,
} from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './changes.module.css';
import { type ChangeGroup, groupChanges } from './groups.ts';
import { type Change, listChanges } from './queries.ts';
import { countKinds, nameAction, nameFields, nameKind, pathOfChange } from './words.ts';

const pageSize = 100;
/** More changes of one kind than this are folded up. */
const mostUnfolded = 8;
const firstPage = { after: null, before: null };

export interface ChangesView {
  after: string | null;
  before: string | null;
}

export function readChangesView(params: SearchParams): ChangesView {
  return { after: readParam(params, 'after'), before: readParam(params, 'before') };
}

/** What changed in the published records, when, why and by whom, newest first. */
export async function ChangesPage({ view: asked }: { view: ChangesView }) {
  const { page, refusals } = await loadList(asked, firstPage, ({ after, before }) =>
    listChanges(before ? { last: pageSize, before } : { first: pageSize, after }),
  );
  const { totalCount, pageInfo, changes } = page;
  return (
    <>
      <PageHeader
        title="Changes"
        dek="What changed in the published records, when, why and by whom, newest first. Nothing is replaced in silence: every change is a version of its record."
      />
      <Refusals sentences={refusals} />
      <Section id="list" title={countOf(totalCount, 'change')} aside={<FeedLinks />}>
        {changes.length > 0 ? <Days changes={changes} /> : <Empty>No change is on record.</Empty>}
        <Pager
          previous={pageInfo.hasPreviousPage ? addressOf('/changes', { before: pageInfo.startCursor }) : null}
          next={pageInfo.hasNextPage ? addressOf('/changes', { after: pageInfo.endCursor }) : null}
        />
      </Section>
    </>
  );
}

function FeedLinks() {
  return (
    <>
      <span>Follow the changes:</span>
      <a href="/changes.atom">Atom</a>
      <a href="/changes.json">JSON Feed</a>
    </>
  );
}

function Days({ changes }: { changes: Change[] }) {
  return groupChanges(changes).map(({ day, groups }) => (
    <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
      <h3 id={`day-${day}`}>
        <time dateTime={day}>{formatDay(day)}</time>
      </h3>
      <div>
        {groups.map((group) => (
          <Group key={`${group.action} ${group.actor}`} group={group} />
        ))}
      </div>
    </section>
  ));
}

function Group({ group }: { group: ChangeGroup }) {
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
            <ChangeLine change={change} sharedReason={reason} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ChangeLine({ change, sharedReason }: { change: Change; sharedReason: string | null }) {
  const { entity, slug, title, version, at, reason, changedFields } = change;
  const path = pathOfChange(change);
  return (
    <>
      {path ? <Link href={path}>{title}</Link> : <span>{title ?? slug}</span>}
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
