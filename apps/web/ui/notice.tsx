import type { ReactNode } from 'react';
import styles from './page.module.css';

/** Something the reader should know before reading on; errors name the field and the bad value. */
export function Notice({ tone = 'info', children }: { tone?: 'info' | 'error'; children: ReactNode }) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'error' ? 'alert' : 'note'}>
      {children}
    </div>
  );
}

/** In place of a list or chart that has nothing in it: says what was looked for and what to try. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className={styles.empty}>{children}</div>;
}
