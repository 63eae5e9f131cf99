import { Suspense } from 'react';
import { queryAsViewer } from '@/api/query-as-viewer.ts';
import { kinds } from '@/features/editing/kinds.ts';
import type { Viewer } from '@/features/session/viewer.ts';
import { countOf, formatNumber } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import { Section } from '@/ui/section.tsx';
import styles from './desk.module.css';
import { DeskDocument, OpenFindingsDocument } from './documents.ts';
import { LastChanges } from './last-changes.tsx';
import { WaitingList } from './waiting-list.tsx';

/** What waits for the viewer: reviewers see first what others wrote, editors what they have begun. */
export async function Desk({ viewer: { role } }: { viewer: Viewer }) {
  const { reviewQueue, myDrafts } = await queryAsViewer(DeskDocument);
  const review = (
    <Section id="review" title="Waiting for review" key="review" aside={counted(reviewQueue.length)}>
      <WaitingList
        records={reviewQueue}
        caption="Records that wait for review"
        empty="Nothing waits for review."
      />
    </Section>
  );
  const drafts = (
    <Section id="drafts" title="Your drafts" key="drafts" aside={counted(myDrafts.length)}>
      <WaitingList
        records={myDrafts}
        caption="Your drafts"
        empty="You have no drafts. Readers see nothing of a draft until it is published."
      />
    </Section>
  );
  return (
    <>
      <ul className={styles.ways} aria-label="Begin">
        {[kinds.commitments, kinds.reported, kinds.events, kinds.sources].map(({ path, noun }) => (
          <li key={path}>
            <Link href={`/admin/${path}/new`}>New {noun}</Link>
          </li>
        ))}
        <li>
          <Suspense fallback={<Link href="/admin/quality">Counting findings …</Link>}>
            <OpenFindings />
          </Suspense>
        </li>
      </ul>
      {role === 'EDITOR' ? [drafts, review] : [review, drafts]}
      <Section id="changes" title="Last changes" aside={<Link href="/changes">All public changes</Link>}>
        <LastChanges />
      </Section>
    </>
  );
}

const counted = (count: number) => (count > 0 ? formatNumber(count) : null);

async function OpenFindings() {
  const { qualityDesk } = await queryAsViewer(OpenFindingsDocument);
  const open = qualityDesk.kinds.reduce((sum, kind) => sum + kind.open, 0);
  const isComplete = qualityDesk.kinds.every((kind) => kind.isComplete);
  return (
    <Link href="/admin/quality">
      {open === 0
        ? 'No quality findings'
        : `${countOf(open, 'quality finding')}${isComplete ? '' : ' or more'}`}
    </Link>
  );
}
