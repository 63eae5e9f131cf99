import type { ReactNode } from 'react';
import { addressOf } from '@/text/index.ts';
import { Link } from './link.tsx';
import styles from './page.module.css';

/** A step on the way to a page; without a path it only says what kind of thing the page is about. */
export interface Crumb {
  label: ReactNode;
  path?: string;
}

/** The way from a list down to the page, whose own title follows as its heading. Links keep the day of `known`. */
export function Breadcrumbs({ trail, known }: { trail: Crumb[]; known: string | null }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.crumbs}>
        {trail.map(({ label, path }) => (
          <li key={path ?? String(label)}>
            {path ? <Link href={addressOf(path, { known })}>{label}</Link> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
