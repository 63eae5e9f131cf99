import type { ReactNode } from 'react';
import { FeedLinks } from '@/features/changes/feed-links.tsx';
import { TimelineFigure } from '@/features/timeline/figure.tsx';
import type { TimelineFile } from '@/features/timeline/file.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { confidenceWords, countPath, formatCountWindow, formatQuantity, startLine } from '@/text/index.ts';
import { Breadcrumbs, type Crumb } from '@/ui/breadcrumbs.tsx';
import { ViewFiles } from '@/ui/chart-figure/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { OtherFigures } from '@/ui/other-figures.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import { Citation } from './cite/citation.tsx';
import { ClaimsTable } from './claims.tsx';
import { History } from './history.tsx';
import { findKnownLinks, writeOverlapTitle } from './link-sentences.ts';
import { CountLinks } from './links.tsx';
import { Permalink } from './permalink.tsx';
import { ProviderLinks } from './provider-links.tsx';
import { Recipients } from './recipients.tsx';
import styles from './record.module.css';
import { ReplacedNotice } from './replaced.tsx';
import { Restated } from './restated.tsx';
import { listRestatements } from './restatements.ts';
import { writeNumberNote, writeVoice, writeWitnesses } from './sentences.ts';
import telling from './telling.module.css';
import { TrackabilityList } from './trackability.tsx';
import { WindowFacts } from './window-facts.tsx';

export interface RecordPageProps {
  record: CountRecordFragment;
  dek: string;
  /** The third fact: a verdict, or whose voice it is. */
  lastFact: ReactNode;
  /** The track of its window. */
  track: ReactNode;
  /** The record as data: what its chart and files are written of. */
  file: TimelineFile;
  known: string | null;
  refused: string | null;
  today: string;
}

/** The page of a commitment or a reported total: who says what, how sure anyone can be, and what it may be part of. */
export function RecordPage({
  record: whole,
  dek,
  lastFact,
  track,
  file,
  known,
  refused,
  today,
}: RecordPageProps) {
  const record = { ...whole, links: findKnownLinks(whole.links, known) };
  const at = known ?? today;
  const steps = listRestatements(record);
  const { trackability, otherFigures, note, history } = record;
  return (
    <article>
      <PageHeader
        kicker={<Breadcrumbs trail={findTrail(record, known)} known={known} />}
        title={record.title}
        dek={dek}
      />
      <KnownNotice known={known} refused={refused} path={countPath(record)} />
      <ReplacedNotice record={record} known={known} />
      <Facts record={record} track={track} lastFact={lastFact} at={at} />
      <Section id="claims" title="Who says so" aside={writeWitnesses(record)}>
        <ClaimsTable record={record} known={known} at={at} />
      </Section>
      {steps.length > 0 && (
        <Section id="restated" title="First said, and now">
          <Restated steps={steps} known={known} />
        </Section>
      )}
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
          <TrackabilityList parts={trackability.parts} known={known} />
        </Section>
      </div>
      {file.lanes.length > 1 && (
        <Section id="beside" title="Beside the records linked to it">
          <TimelineFigure view={file} hasTitle={false} />
        </Section>
      )}
      <div className={styles.columns}>
        <Section id="recipients" title="For whom">
          <Recipients record={record} on={record.statedOn?.date ?? at} known={known} />
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
          <Citation record={record} at={at} today={today} />
        </Section>
        <Section
          id="history"
          title="History"
          aside={record.__typename === 'Commitment' && <FeedLinks page={countPath(record)} />}
        >
          <History revisions={history} />
        </Section>
      </div>
      {file.lanes.length === 1 && <ViewFiles view={file} />}
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

type FactsProps = Pick<RecordPageProps, 'record' | 'track' | 'lastFact'> & { at: string };

function Facts({ record, track, lastFact, at }: FactsProps) {
  const tone = record.__typename === 'Commitment' ? 'commit' : 'report';
  return (
    <StatRow>
      <Stat
        label="Number"
        value={
          <>
            <span id="number">{startLine(formatQuantity(record))}</span>{' '}
            <Permalink record={record} at={at} anchor="number" to="this number" />
          </>
        }
        tone={record.quantity ? tone : undefined}
      >
        {writeNumberNote(record)}
        <span className={telling.voice}>{writeVoice(record)}</span>
      </Stat>
      <Stat label="Window" value={startLine(formatCountWindow(record))}>
        <WindowFacts record={record} track={track} />
      </Stat>
      {lastFact}
    </StatRow>
  );
}
