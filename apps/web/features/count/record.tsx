import type { ReactNode } from 'react';
import { FeedLinks } from '@/features/changes/feed-links.tsx';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { confidenceWords, countPath, formatCountWindow, formatQuantity, startLine } from '@/text/index.ts';
import { Breadcrumbs, type Crumb } from '@/ui/breadcrumbs.tsx';
import { KnownNotice } from '@/ui/known.tsx';
import { OtherFigures } from '@/ui/other-figures.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import { Citation } from './citation.tsx';
import { ClaimsTable } from './claims.tsx';
import { History } from './history.tsx';
import { findKnownLinks, writeOverlapTitle } from './link-sentences.ts';
import { CountLinks } from './links.tsx';
import { ProviderLinks } from './provider-links.tsx';
import { listGroupsWithMembers } from './queries.ts';
import { Recipients } from './recipients.tsx';
import styles from './record.module.css';
import { writeNumberNote, writeWindowNote, writeWitnesses } from './sentences.ts';
import { TrackabilityList } from './trackability.tsx';

export interface RecordPageProps {
  record: CountRecordFragment;
  dek: string;
  /** The third fact: a verdict, or whose voice it is. */
  lastFact: ReactNode;
  /** The track of its window. */
  track: ReactNode;
  known: string | null;
  refused: string | null;
  today: string;
}

/** The page of a commitment or a reported total: who says what, how sure anyone can be, and what it may be part of. */
export async function RecordPage({
  record: whole,
  dek,
  lastFact,
  track,
  known,
  refused,
  today,
}: RecordPageProps) {
  const record = { ...whole, links: findKnownLinks(whole.links, known) };
  const groupSlugs = record.recipients.flatMap(({ group }) => group?.slug ?? []);
  const memberDay = record.statedOn?.date ?? known ?? today;
  const groups = await listGroupsWithMembers(groupSlugs, memberDay);
  const { trackability, otherFigures, note, history } = record;
  return (
    <article>
      <PageHeader
        kicker={<Breadcrumbs trail={findTrail(record, known)} known={known} />}
        title={record.title}
        dek={dek}
      />
      <KnownNotice known={known} refused={refused} path={countPath(record)} />
      <Facts record={record} track={track} lastFact={lastFact} />
      <Section id="claims" title="Who says so" aside={writeWitnesses(record)}>
        <ClaimsTable claims={record.claims} known={known} />
      </Section>
      <div className={styles.columns}>
        <Section id="links" title={writeOverlapTitle(record.slug, record.links)}>
          <CountLinks record={record} known={known} />
        </Section>
        <Section
          id="trackability"
          title={
            <>
              Trackability <span className={styles.score}>{trackability.score} of 5</span>
            </>
          }
        >
          <TrackabilityList parts={trackability.parts} />
        </Section>
      </div>
      <div className={styles.columns}>
        <Section id="recipients" title="For whom">
          <Recipients record={record} groups={groups} on={memberDay} known={known} />
        </Section>
        <Section id="remarks" title="Remarks">
          <p className={styles.remark}>{note ?? 'None.'}</p>
          <small>Confidence that the record is read rightly: {confidenceWords[record.confidence]}.</small>
        </Section>
      </div>
      {otherFigures.length > 0 && (
        <Section
          id="figures"
          title="Other numbers printed beside it"
          aside="Not people trained; never counted here"
        >
          <OtherFigures figures={otherFigures} />
        </Section>
      )}
      <div className={styles.columns}>
        <Section id="cite" title="How to cite">
          <Citation record={record} at={known ?? today} />
        </Section>
        <Section
          id="history"
          title="History"
          aside={record.__typename === 'Commitment' && <FeedLinks page={countPath(record)} />}
        >
          <History revisions={history} />
        </Section>
      </div>
    </article>
  );
}

function findTrail({ __typename, providers, program }: CountRecordFragment, known: string | null): Crumb[] {
  return [
    __typename === 'Commitment'
      ? { label: 'Commitments', path: '/commitments' }
      : { label: 'Reported totals', path: '/reported' },
    { label: <ProviderLinks providers={providers} known={known} /> },
    program ? { label: program.name, path: `/programs/${program.slug}` } : { label: 'no program named' },
  ];
}

function Facts({ record, track, lastFact }: Pick<RecordPageProps, 'record' | 'track' | 'lastFact'>) {
  const tone = record.__typename === 'Commitment' ? 'commit' : 'report';
  return (
    <StatRow>
      <Stat
        label="Number"
        value={startLine(formatQuantity(record))}
        tone={record.quantity ? tone : undefined}
      >
        {writeNumberNote(record)}
      </Stat>
      <Stat label="Window" value={startLine(formatCountWindow(record))}>
        {track}
        {writeWindowNote(record)}
      </Stat>
      {lastFact}
    </StatRow>
  );
}
