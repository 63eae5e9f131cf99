import type { ReactNode } from 'react';
import { type View, viewPath } from '@/features/overview/view.ts';
import { addressOf, countPath, formatRange, type Range } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './methodology.module.css';

interface ExampleProps {
  children: ReactNode;
  /** Views of the overview that print the numbers above, each with its link's words. */
  shownBy: { view: View; words: string }[];
}

/** A rule at work on the record, with the way to the views that show it. */
export function Example({ children, shownBy }: ExampleProps) {
  return (
    <div className={styles.example}>
      <p className={styles.label}>From the record, computed now</p>
      {children}
      <p className={styles.shownBy}>
        See it in the overview:{' '}
        {shownBy.map(({ view, words }, index) => (
          <span key={words}>
            {index > 0 && ' · '}
            <Link href={viewPath(view)}>{words}</Link>
          </span>
        ))}
      </p>
    </div>
  );
}

interface PartsProps {
  parts: { quantity: Range; count: { __typename?: string; slug: string; title: string } }[];
  known?: string | null;
}

/** Counts, each with its own number and its record. */
export function Parts({ parts, known = null }: PartsProps) {
  return (
    <ul className={styles.parts}>
      {parts.map(({ quantity, count }) => (
        <li key={count.slug}>
          <span className={`${count.__typename === 'ReportedTotal' ? 'report' : 'commit'} nowrap`}>
            {formatRange(quantity)}
          </span>
          <Link href={addressOf(countPath(count), { known })}>{count.title}</Link>
        </li>
      ))}
    </ul>
  );
}

export function Promised({ range }: { range: Range }) {
  return <strong className="commit nowrap">{formatRange(range)}</strong>;
}

export function Reported({ range }: { range: Range }) {
  return <strong className="report nowrap">{formatRange(range)}</strong>;
}
