import type { EntityTotalsFragment } from '@/generated/graphql.ts';
import { addressOf, countOf, countPath, reasonWords } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './totals.module.css';

interface LeftOutProps {
  totals: EntityTotalsFragment;
  /** Slugs of the counts that the page shows: others are no part of its question. */
  shown: ReadonlySet<string>;
  known: string | null;
}

/** The counts on the page that its totals leave out, each with the reason. */
export function LeftOut({ totals, shown, known }: LeftOutProps) {
  const rows = totals.excluded.filter(({ count }) => shown.has(count.slug));
  if (rows.length === 0) return null;
  return (
    <details className={styles.leftOut}>
      <summary>{countOf(rows.length, 'record')} below left out of these totals, and why</summary>
      <ul>
        {rows.map(({ count, reason, detail }) => (
          <li key={count.slug}>
            <Link href={addressOf(countPath(count), { known })}>{count.title}</Link>
            <small>
              {reasonWords[reason]}
              {detail && <> · {detail}</>}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
}
