import type { ReactNode } from 'react';
import type { CountRecordFragment } from '@/generated/graphql.ts';
import styles from './telling.module.css';
import { writeWindow } from './window-words.ts';

/** A window's track, and under it the words of the sources beside the days that were read from them. */
export function WindowFacts({ record, track }: { record: CountRecordFragment; track: ReactNode }) {
  const { stated, computed, assumed } = writeWindow(record);
  return (
    <>
      {track}
      <span className={styles.window}>
        <span>as stated</span>
        <span>{stated}</span>
        <span>as computed</span>
        <span>{computed}</span>
        {assumed.length > 0 && (
          <>
            <span>assumed</span>
            <span>{assumed.join('; ')}</span>
          </>
        )}
      </span>
    </>
  );
}
