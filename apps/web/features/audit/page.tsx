import { loadList } from '@/api/load-list.ts';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import styles from '@/features/editing/editing.module.css';
import { addressOf, formatInstant } from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';
import { AuditLogDocument, type ListedEntry } from './documents.ts';
import { type AuditView, toAuditFilter, wholeLog } from './view.ts';
import { areaWords, tellDeed } from './words.ts';

const PAGE_SIZE = 50;

const columns: Column<ListedEntry>[] = [
  { key: 'at', label: 'When', width: '20%', cell: ({ at }) => formatInstant(at) },
  { key: 'deed', label: 'What', width: '22%', cell: ({ entity, action }) => tellDeed(entity, action) },
  { key: 'actor', label: 'Who', width: '16%', cell: ({ actor }) => actor ?? 'nobody signed in' },
  {
    key: 'record',
    label: 'Of what',
    cell: ({ record, detail, address }) => (
      <>
        {record}
        {detail && <small>{detail}</small>}
        {address && <small>{`from ${address}`}</small>}
      </>
    ),
  },
];

async function list(view: AuditView) {
  const { after, before } = view;
  const [first, last] = before ? [null, PAGE_SIZE] : [PAGE_SIZE, null];
  return (await queryAsViewer(AuditLogDocument, { filter: toAuditFilter(view), first, last, after, before }))
    .auditLog;
}

/** The log with its filters; what an address asks wrongly is told, and left out. */
export async function AuditLog({ asked }: { asked: AuditView }) {
  const { view, page, refusals } = await loadList(asked, wholeLog, list);
  const { nodes, totalCount, pageInfo } = page;
  const { actor, area, record, from, to } = view;
  const here = { actor, area, record, from, to };
  const file = addressOf('/api/admin/audit.csv', {
    actor,
    areas: area,
    record,
    from,
    until: toAuditFilter(view).until,
  });
  return (
    <>
      <Refusals sentences={refusals} />
      <Filters view={view} />
      {nodes.length === 0 ? (
        <Empty>Nothing of that kind was done. Try other words, or more days.</Empty>
      ) : (
        <DataTable
          caption={`${totalCount} ${totalCount === 1 ? 'entry' : 'entries'}, newest first`}
          showCaption
          columns={columns}
          rows={nodes}
          rowKey={({ id }) => id}
        />
      )}
      <Pager
        previous={
          pageInfo.hasPreviousPage
            ? addressOf('/admin/audit', { ...here, before: pageInfo.startCursor })
            : null
        }
        next={pageInfo.hasNextPage ? addressOf('/admin/audit', { ...here, after: pageInfo.endCursor }) : null}
      />
      <p>
        <a href={file} download>
          These entries as CSV
        </a>
        , whole and not only this page; the log tells of that, too.
      </p>
    </>
  );
}

function Filters({ view: { actor, area, record, from, to } }: { view: AuditView }) {
  return (
    <form method="get" className={styles.search}>
      <label>
        Who
        <input name="actor" type="search" defaultValue={actor ?? ''} maxLength={200} />
      </label>
      <label>
        What
        <select name="area" defaultValue={area ?? ''}>
          <option value="">everything</option>
          {Object.entries(areaWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Of what
        <input name="record" type="search" defaultValue={record ?? ''} maxLength={200} />
      </label>
      <label>
        From
        <input name="from" type="date" defaultValue={from ?? ''} />
      </label>
      <label>
        To
        <input name="to" type="date" defaultValue={to ?? ''} />
      </label>
      <button type="submit" className={styles.button}>
        Show
      </button>
      <Link className={styles.beside} href="/admin/audit">
        Everything
      </Link>
    </form>
  );
}
