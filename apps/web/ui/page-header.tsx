import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageHeaderProps {
  /** A line above the title: where one is, or the way to the page (`Breadcrumbs`). */
  kicker?: ReactNode;
  title: ReactNode;
  /** One or two sentences under the title. */
  dek?: ReactNode;
}

export function PageHeader({ kicker, title, dek }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {kicker && <div className={styles.kicker}>{kicker}</div>}
      <h1>{title}</h1>
      {dek && <p className={styles.dek}>{dek}</p>}
    </header>
  );
}
