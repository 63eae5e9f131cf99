import { formatDay, formatNumber } from '@/text/index.ts';
import { withRelease } from '@/text/release.ts';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';
import { CodeBlock } from '@/ui/code-block.tsx';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Section } from '@/ui/section.tsx';
import { Stat, StatRow } from '@/ui/stat.tsx';
import { formatBytes } from './bytes.ts';
import type { Licence, Release } from './queries.ts';
import styles from './release.module.css';

type ReleaseFile = Release['files'][number];

const columns: Column<ReleaseFile>[] = [
  {
    key: 'name',
    label: 'File',
    width: '18rem',
    cell: ({ name, url, title }) => (
      <>
        <a href={new URL(url).pathname}>{name}</a>
        <small>{title}</small>
      </>
    ),
  },
  {
    key: 'rows',
    label: 'Rows',
    align: 'end',
    cell: ({ rows }) => (rows === null ? '–' : formatNumber(rows)),
  },
  { key: 'bytes', label: 'Size', align: 'end', cell: ({ bytes }) => formatBytes(bytes) },
  { key: 'sha256', label: 'SHA-256', cell: ({ sha256 }) => <code className={styles.sum}>{sha256}</code> },
];

/** What a release holds, how to cite it, its files, and how to check that they are what was released. */
export function ReleasePage({ release, licence }: { release: Release; licence: Licence }) {
  const { name, knownOn, revision, size, citation, files, checksum, url } = release;
  return (
    <>
      <PageHeader
        kicker={<Breadcrumbs trail={[{ label: 'Data', path: '/data' }, { label: 'Release' }]} known={null} />}
        title={`Release of ${formatDay(knownOn)}${name === knownOn ? '' : ` (${name})`}`}
        dek="A copy of the published records as they stood on that day. It never changes: what is corrected later is in later releases."
      />
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
      </StatRow>
      <Section id="read" title="Read it">
        <p className={styles.words}>
          <a href={withRelease('/', name)}>Open the dashboard at this release</a>. Any page, file, embed or
          question to the API is put to it by <code>release={name}</code> in its address.
        </p>
      </Section>
      <Section id="cite" title="Licence and citation">
        <p className={styles.words}>
          Revision {formatNumber(revision)}, under{' '}
          <a href={licence.url} rel="license noreferrer">
            {licence.name}
          </a>{' '}
          ({licence.id}). Cite it as: {citation} {url}
        </p>
      </Section>
      <Section id="files" title="Files">
        <DataTable
          caption="Files of the release"
          columns={columns}
          rows={files}
          rowKey={(file) => file.name}
        />
      </Section>
      <Section id="check" title="Check them">
        <p className={styles.words}>
          The checksum of the release is that of its list of checksums, <code>sha256sums.txt</code>:{' '}
          <code className={styles.sum}>{checksum}</code>. With the files in one folder:
        </p>
        <CodeBlock label="How to check the files">sha256sum --check sha256sums.txt</CodeBlock>
      </Section>
    </>
  );
}
