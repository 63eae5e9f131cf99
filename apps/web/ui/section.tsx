import type { ReactNode } from 'react';
import styles from './page.module.css';

interface SectionProps {
  id: string;
  title: ReactNode;
  /** Beside the title: a count, or links to files. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its own heading, with an anchor. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <div className={styles.sectionHead}>
        <h2 id={`${id}-title`}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}
