import { findAskedRelease } from '@/api/release.ts';
import type { GraphBox } from '@/charts/box-graph/index.ts';
import { Lineage } from '@/charts/lineage/index.ts';
import type { SourceLineFragment, SourceRecordQuery } from '@/generated/graphql.ts';
import { addressOf, countOf, formatDate, sourceKindWords } from '@/text/index.ts';
import { formatLanguage } from '@/text/language.ts';
import { withRelease } from '@/text/release.ts';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';
import { ViewFiles } from '@/ui/chart-figure/index.ts';
import { KnownNotice } from '@/ui/known.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import { SourceClaims } from './claims.tsx';
import { SourceEvents } from './events.tsx';
import styles from './source.module.css';
import { SourceList } from './source-list.tsx';
import { SourceTitle } from './source-title.tsx';

type Source = NonNullable<SourceRecordQuery['source']>;

interface SourcePageProps {
  source: Source;
  known: string | null;
  refused: string | null;
}

/** A document: where it is, whose words it repeats, and everything that rests on it. */
export function SourcePage({ source, known, refused }: SourcePageProps) {
  const isKnown = ({ knownOn }: { knownOn: string }) => !known || knownOn <= known;
  const claims = source.claims.filter(({ count }) => isKnown(count));
  const events = source.events.filter(isKnown);
  return (
    <article>
      <PageHeader
        kicker={
          <Breadcrumbs
            trail={[{ label: 'Sources', path: '/sources' }, { label: source.publisher }]}
            known={known}
          />
        }
        title={<SourceTitle source={source} />}
        dek={writeDek(source)}
      />
      <KnownNotice known={known} refused={refused} path={`/sources/${source.slug}`} />
      <SourceFacts source={source} />
      <Section id="claims" title="What rests on it" aside={countOf(claims.length, 'claim')}>
        {claims.length > 0 ? (
          <SourceClaims claims={claims} known={known} />
        ) : (
          <p className="muted">No claim in a published count.</p>
        )}
      </Section>
      {events.length > 0 && (
        <Section id="events" title="Events it tells of">
          <SourceEvents slug={source.slug} events={events} known={known} />
        </Section>
      )}
      <LineageSection source={source} known={known} />
      {source.note && (
        <Section id="remarks" title="Remarks">
          <p className={styles.remark}>{source.note}</p>
        </Section>
      )}
      <ViewFiles
        view={{ page: addressOf(`/sources/${source.slug}`, { known }), title: source.title, draw: null }}
      />
    </article>
  );
}

/** "Published by SIBC on 9 November 2022 (media)." */
export function writeDek({ titleIsDescriptive, publisher, publishedOn, kind }: Source): string {
  const date = publishedOn
    ? `${publishedOn.precision === 'DAY' ? 'on' : 'in'} ${formatDate(publishedOn)}`
    : 'on a day that is not recorded';
  const ours = titleIsDescriptive ? ' The title is ours: its own is not recorded.' : '';
  return `Published by ${publisher} ${date} (${sourceKindWords[kind]}).${ours}`;
}

function SourceFacts({ source: { url, archivedUrl, language, kind, publishedOn } }: { source: Source }) {
  return (
    <StatRow>
      <Stat label="Published" value={publishedOn ? formatDate(publishedOn) : 'Undated'}>
        {sourceKindWords[kind]}, {formatLanguage(language)}
      </Stat>
      <Stat
        label="Original"
        value={url ? <ExternalLink href={url}>{new URL(url).hostname}</ExternalLink> : 'No address'}
      >
        {url ? <span className={styles.address}>{url}</span> : 'the record gives no address for it'}
      </Stat>
      <Stat
        label="Stored copy"
        value={archivedUrl ? <ExternalLink href={archivedUrl}>archived</ExternalLink> : 'None'}
      >
        {archivedUrl ? <span className={styles.address}>{archivedUrl}</span> : 'no copy is on record'}
      </Stat>
    </StatRow>
  );
}

function ExternalLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} rel="noopener noreferrer nofollow" className={styles.external} data-told>
      {children}
    </a>
  );
}

/** What the boxes' addresses keep. */
interface View {
  known: string | null;
  release: string | undefined;
}

async function LineageSection({ source, known }: { source: Source; known: string | null }) {
  const view = { known, release: (await findAskedRelease())?.name };
  const { derivedFrom, derivedFromNote, derivatives } = source;
  if (!derivedFrom && !derivedFromNote && derivatives.length === 0) return null;
  return (
    <Section id="lineage" title="Where its words come from">
      <Lineage
        source={{ ...toBox(source, view), words: 'this document', href: null }}
        origin={findOrigin(source, view)}
        derivatives={derivatives.map((derivative) => toBox(derivative, view))}
        label="This document, what it retells and what retells it; the text below says the same"
      />
      {derivedFromNote && <p className={styles.lineage}>{derivedFromNote}.</p>}
      {derivedFrom && (
        <>
          <h3>It retells</h3>
          <SourceList sources={[derivedFrom]} known={known} />
        </>
      )}
      {derivatives.length > 0 && (
        <>
          <h3>Retold by</h3>
          <SourceList sources={derivatives} known={known} />
        </>
      )}
    </Section>
  );
}

function findOrigin({ derivedFrom, derivedFromNote }: Source, view: View): GraphBox | null {
  if (derivedFrom) return toBox(derivedFrom, view);
  if (!derivedFromNote) return null;
  return { id: 'origin', figure: null, words: 'a document not among the sources', href: null, tone: 'plain' };
}

function toBox(source: SourceLineFragment, { known, release }: View): GraphBox {
  return {
    id: source.slug,
    figure: null,
    words: source.publisher,
    href: withRelease(addressOf(`/sources/${source.slug}`, { known }), release),
    tone: 'plain',
  };
}
