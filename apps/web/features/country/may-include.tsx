import { addressOf, countOf, countPath, formatNumber } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './country.module.css';
import type { Country } from './record.tsx';

interface MayIncludeProps {
  country: Country;
  /** Slugs of the counts that the page shows already. */
  shown: ReadonlySet<string>;
  known: string | null;
}

/** Counts for nobody by name, or for groups without a list: they make the high ends and nothing else. */
export function MayInclude({ country: { name, totals }, shown, known }: MayIncludeProps) {
  const rows = totals.contributions.filter(({ count }) => !shown.has(count.slug));
  if (rows.length === 0) return null;
  return (
    <details className={styles.mayInclude}>
      <summary>
        {countOf(rows.length, 'more count')} without named recipients may include {name}, and widen its ranges
      </summary>
      <ul>
        {rows.map(({ count, quantity }) => (
          <li key={count.slug}>
            <Link href={addressOf(countPath(count), { known })}>{count.title}</Link>{' '}
            <span className="muted">{formatNumber(quantity.high)} at most</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
