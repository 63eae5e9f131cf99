import { loadList } from '@/api/load-list.ts';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { QualityDeskDocument } from '@/features/quality/documents.ts';
import { FindingList } from '@/features/quality/finding-list.tsx';
import { Kinds } from '@/features/quality/kinds.tsx';
import styles from '@/features/quality/quality.module.css';
import {
  addressOfQuality,
  everyFinding,
  type QualityView,
  readQualityView,
  toVariables,
} from '@/features/quality/view.ts';
import { kindWords, remedyWords } from '@/features/quality/words.ts';
import { AdminPlaces } from '@/features/session/admin-places.tsx';
import { requireViewer } from '@/features/session/viewer.ts';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pager } from '@/ui/pager.tsx';
import { Refusals } from '@/ui/refusals.tsx';

export const metadata = { title: 'Quality' };

async function loadDesk(view: QualityView) {
  return (await queryAsViewer(QualityDeskDocument, toVariables(view))).qualityDesk;
}

export default async function QualityPage({ searchParams }: PageProps<'/admin/quality'>) {
  const asked = readQualityView(await searchParams);
  const viewer = await requireViewer(addressOfQuality(asked));
  const { view, page, refusals } = await loadList(asked, everyFinding, loadDesk);
  const { kind, dismissed } = view;
  const { nodes, totalCount, pageInfo } = page.findings;
  const at = (place: Partial<QualityView>) => addressOfQuality({ kind, dismissed, ...place });
  return (
    <>
      <PageHeader
        kicker={<AdminPlaces viewer={viewer} at="/admin/quality" />}
        title="Quality"
        dek="What does not add up, what nobody has judged, and what is not proved as well as it could be."
      />
      <Refusals sentences={refusals} />
      <div className={styles.desk}>
        <Kinds tallies={page.kinds} view={view} />
        <section aria-labelledby="findings">
          <div className={styles.head}>
            <h2 id="findings">
              {kind ? kindWords[kind] : 'All findings'}
              {dismissed && ', dismissed'}
            </h2>
            <p>
              <Link href={addressOfQuality({ kind, dismissed: !dismissed })}>
                {dismissed ? 'Show open ones' : 'Show dismissed ones'}
              </Link>
              {totalCount > 0 && (
                <a href={addressOfQuality({ kind, dismissed }, '/admin/quality/findings.csv')}>CSV</a>
              )}
            </p>
          </div>
          {kind && !dismissed && <p className={styles.way}>{remedyWords[kind]}</p>}
          {nodes.length === 0 ? (
            <Empty>{dismissed ? 'Nothing is dismissed.' : 'Nothing found: nothing to mend here.'}</Empty>
          ) : (
            <FindingList findings={nodes} mayJudge={viewer.role !== 'EDITOR'} isMixed={kind === null} />
          )}
          <Pager
            previous={pageInfo.hasPreviousPage ? at({ before: pageInfo.startCursor }) : null}
            next={pageInfo.hasNextPage ? at({ after: pageInfo.endCursor }) : null}
          />
        </section>
      </div>
    </>
  );
}
