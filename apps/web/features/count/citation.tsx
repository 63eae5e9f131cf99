import { findDataset } from '@/api/dataset.ts';
import { findPermalink } from '@/api/permalink.ts';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import { addressOf, countPath, formatDay } from '@/text/index.ts';
import styles from './record.module.css';

/** How to cite a record: its title, version, the day it is read as of, and a permalink that repeats this view. */
export async function Citation({ record, at }: { record: CountRecordFragment; at: string }) {
  const [dataset, permalink] = await Promise.all([
    findDataset(),
    findPermalink(addressOf(countPath(record), { known: at })),
  ]);
  return (
    <>
      <p className={styles.citation}>
        Muster, “{record.title}”, record {record.slug}, version {record.version}, as known on {formatDay(at)}.{' '}
        <a href={permalink}>{permalink}</a>
        {dataset && <>. {dataset.licence.name}</>}.
      </p>
      <small>The address keeps that day: what became known later is left out.</small>
    </>
  );
}
