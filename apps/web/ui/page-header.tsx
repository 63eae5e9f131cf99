import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageHeaderProps {
  /** A line above the title: where one is, or a path of links. */
  kicker?: ReactNode;
  title: ReactNode;
  /** One or two sentences under the title. */
  dek?: ReactNode;
}

export function PageHeader({ kicker, title, dek }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {kicker && <p className={styles.kicker}>{kicker}</p>}
      <h1>{title}</h1>
      {dek && <p className={styles.dek}>{dek}</p>}
    </header>
  );
}
