import type { ReactNode } from 'react';
import styles from './page.module.css';

/** A row of headline figures. */
export function StatRow({ children }: { children: ReactNode }) {
  return <dl className={styles.stats}>{children}</dl>;
}

interface StatProps {
  label: string;
  value: ReactNode;
  /** What it tells of: a promise (blue), a report (rust), or neither. */
  tone?: 'commit' | 'report';
  /** A sentence on how to read it. */
  children?: ReactNode;
}

export function Stat({ label, value, tone, children }: StatProps) {
  return (
    <div className={styles.stat}>
      <dt>{label}</dt>
      <dd className={`${styles.value} ${tone ?? ''}`}>{value}</dd>
      {children && <dd className={styles.note}>{children}</dd>}
    </div>
  );
}
