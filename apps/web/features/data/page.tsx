import { findPermalink } from '@/api/permalink.ts';
import { writeCurl } from '@/features/developers/snippets.ts';
import { formatDay, formatMonth, formatNumber } from '@/text/index.ts';
import { CodeBlock } from '@/ui/code-block.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import { Columns } from './columns.tsx';
import styles from './data.module.css';
import { exampleQuery } from './example.ts';
import { Feeds } from './feeds.tsx';
import { FileTable } from './file-table.tsx';
import type { Dataset } from './queries.ts';

/** What the dataset holds, under which licence, and every way to take it away. */
export async function DataPage({ dataset }: { dataset: Dataset }) {
  const { revision, publishedAt, licence, citation, releases } = dataset;
  return (
    <>
      <PageHeader
        title="Data"
        dek="Everything shown here can be taken away: as files, as feeds, or by asking the API, all under a licence that lets you reuse it."
      />
      <Sizes dataset={dataset} />
      <Section id="cite" title="Licence and citation">
        <div className={styles.words}>
          <p>
            The records are under{' '}
            <a href={licence.url} rel="license noreferrer">
              {licence.name}
            </a>{' '}
            ({licence.id}): reuse them for any purpose and name where they are from. They stand at revision{' '}
            {formatNumber(revision)}, published on {formatDay(publishedAt)}. Cite them as:
          </p>
          <p className={styles.citation}>{citation}</p>
        </div>
      </Section>
      <Section id="files" title="Files">
        <p className={styles.lead}>
          A page’s address with an ending is what the page shows, as a file; its filters and its day go with
          it.{' '}
          <a href="/commitments.csv?program=focac&known=2024-09-09">
            /commitments.csv?program=focac&amp;known=2024-09-09
          </a>{' '}
          holds the commitments under FOCAC as known on 9 September 2024. The page of a country, a program or
          a provider has files, too: <a href="/countries/SLB.csv">/countries/SLB.csv</a>. “Metadata” describes
          a file: its columns, its sources, its citation.
        </p>
        <FileTable />
      </Section>
      <Section id="reading" title="How to read them">
        <div className={styles.words}>
          <p>
            Every total is a range of people, in one column for its low end and one for its high end; nobody
            can say where between them the truth lies, so do not take the middle. An empty field, and null in
            JSON, means that the record is silent: it is never zero. A file holds what the public could know
            on its day, which is today unless the address says <code>known=YYYY-MM-DD</code>; the same address
            with a day gives the same records again, but for corrections, which{' '}
            <Link href="/changes">Changes</Link> lists.
          </p>
        </div>
      </Section>
      <Section id="columns" title="What the columns hold">
        <Columns />
      </Section>
      <Section id="feeds" title="Feeds">
        <Feeds />
      </Section>
      <Section id="graphql" title="GraphQL">
        <div className={styles.words}>
          <p>
            Every number of this site comes from its API, which anyone may ask without a key at{' '}
            <code>/graphql</code>. On the <Link href="/developers/query">query page</Link> questions can be
            tried; <Link href="/developers">Developers</Link> tells how to ask, with code to copy. Each part
            of the <a href="/schema.graphql">schema</a> says what it holds. In a terminal:
          </p>
          <CodeBlock label="A question to the API">
            {writeCurl(await findPermalink('/graphql'), exampleQuery)}
          </CodeBlock>
        </div>
      </Section>
      <Section id="releases" title="Releases">
        <Releases releases={releases} />
      </Section>
    </>
  );
}

function Sizes({ dataset: { size, firstStatedOn, lastStatedOn } }: { dataset: Dataset }) {
  return (
    <StatRow>
      <Stat label="Commitments" value={formatNumber(size.commitments)} tone="commit">
        what was promised
      </Stat>
      <Stat label="Reported totals" value={formatNumber(size.reportedTotals)} tone="report">
        what somebody says was done
      </Stat>
      <Stat label="Events" value={formatNumber(size.events)}>
        forums, agreements, criticism
      </Stat>
      <Stat label="Sources" value={formatNumber(size.sources)}>
        documents with {formatNumber(size.claims)} claims
      </Stat>
      <Stat label="Links" value={formatNumber(size.links)}>
        between counts that may overlap, repeat or report on one another
      </Stat>
      {firstStatedOn && lastStatedOn && (
        <Stat label="Stated" value={`${firstStatedOn.slice(0, 4)}–${lastStatedOn.slice(0, 4)}`}>
          the latest in {formatMonth(lastStatedOn)}
        </Stat>
      )}
    </StatRow>
  );
}

function Releases({ releases }: { releases: Dataset['releases'] }) {
  if (releases.length === 0) {
    return (
      <Empty>
        No release has been made yet. A release is a dated copy that never changes; until there is one, cite
        the revision and the day.
      </Empty>
    );
  }
  return (
    <ul className={styles.releases}>
      {releases.map(({ name, revision, checksum, releasedAt }) => (
        <li key={name}>
          <Link href={`/data/releases/${name}`}>{name}</Link>
          <small>
            revision {formatNumber(revision)}, {formatDay(releasedAt)} · SHA-256 <code>{checksum}</code>
          </small>
        </li>
      ))}
    </ul>
  );
}
