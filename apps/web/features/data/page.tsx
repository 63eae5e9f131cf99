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
import { TableColumns, TableParameters, Tables } from './tables.tsx';

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
      <Section id="tables" title="Tables">
        <p className={styles.lead}>
          The records themselves, row by row, each with the address of its page and its sources. CSV opens
          everywhere; Parquet keeps the types of columns and is the smallest to read in Python, R or DuckDB.
          “Metadata” describes a table: its columns, what was asked, its citation.
        </p>
        <Tables tables={dataset.tables} />
        <Filtering tables={dataset.tables} />
      </Section>
      <Section id="files" title="Views as files">
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
        <h3 className={styles.subtitle}>Of the tables</h3>
        <TableColumns tables={dataset.tables} />
        <h3 className={styles.subtitle}>Of the views</h3>
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

function Filtering({ tables }: { tables: Dataset['tables'] }) {
  return (
    <>
      <h3 className={styles.subtitle}>A part of a table</h3>
      <p className={styles.lead}>
        A table takes what the API’s list takes, by the same names:{' '}
        <a href="/data/commitments.csv?provider=china&statedOn.from=2024-01-01">
          /data/commitments.csv?provider=china&amp;statedOn.from=2024-01-01
        </a>{' '}
        holds what China has promised since 2024. Give a name several times for any of several values, or the
        whole filter as JSON in <code>filter</code>. <code>knownOn</code> is the day as of which the record is
        read; <code>release</code> names a release, whose rows never change.
      </p>
      <TableParameters tables={tables} />
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
