import { formatNumber } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import type { Tally } from './documents.ts';
import styles from './quality.module.css';
import { addressOfQuality, type QualityView } from './view.ts';
import { kindWords } from './words.ts';

/** The way between the kinds that have findings; the others in a sentence. */
export function Kinds({ tallies, view }: { tallies: Tally[]; view: QualityView }) {
  const { dismissed } = view;
  const countOf = (tally: Tally) => (dismissed ? tally.dismissed : tally.open);
  const found = tallies.filter((tally) => countOf(tally) > 0 || tally.kind === view.kind);
  const clear = tallies.filter((tally) => !found.includes(tally));
  const isWhole = found.every(({ isComplete }) => isComplete);
  const all = found.reduce((sum, tally) => sum + countOf(tally), 0);
  return (
    <nav aria-label="Kinds of findings" className={styles.kinds}>
      <ul>
        <li>
          <Link href={addressOfQuality({ dismissed })} aria-current={view.kind === null ? 'page' : undefined}>
            All <Amount value={all} isWhole={isWhole} />
          </Link>
        </li>
        {found.map((tally) => (
          <li key={tally.kind}>
            <Link
              href={addressOfQuality({ kind: tally.kind, dismissed })}
              aria-current={view.kind === tally.kind ? 'page' : undefined}
            >
              {kindWords[tally.kind]} <Amount value={countOf(tally)} isWhole={tally.isComplete} />
            </Link>
          </li>
        ))}
      </ul>
      {clear.length > 0 && !dismissed && (
        <p className={styles.clear}>
          {`Nothing found: ${clear.map(({ kind }) => kindWords[kind].toLowerCase()).join(', ')}.`}
        </p>
      )}
    </nav>
  );
}

function Amount({ value, isWhole }: { value: number; isWhole: boolean }) {
  return (
    <span className={styles.number}>
      {formatNumber(value)}
      {!isWhole && <span title="and more: the gravest are looked at first">+</span>}
    </span>
  );
}
