import { formatDay, formatNumber } from '@/text/index.ts';
import { Breadcrumbs } from '@/ui/breadcrumbs.tsx';
import { Empty } from '@/ui/notice.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import type { ListedRelease } from './queries.ts';
import styles from './release.module.css';

/** In place of a release, or of a page at a release, that there is not. */
export function MissingRelease({ releases }: { releases: ListedRelease[] }) {
  return (
    <>
      <PageHeader
        kicker={<Breadcrumbs trail={[{ label: 'Data', path: '/data' }, { label: 'Release' }]} known={null} />}
        title="There is no such release."
        dek="The address asks for a release that was never made. A release is a dated copy of the published records that never changes."
      />
      {releases.length === 0 ? (
        <Empty>No release has been made yet; the record as it stands is all there is.</Empty>
      ) : (
        <ul className={styles.list}>
          {releases.map(({ name, knownOn, revision }) => (
            <li key={name}>
              <a href={`/data/releases/${name}`}>{name}</a>{' '}
              <small>
                {formatDay(knownOn)}, revision {formatNumber(revision)}
              </small>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.way}>
        <a href="/">The record as it stands today</a>
      </p>
    </>
  );
}
