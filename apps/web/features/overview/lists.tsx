import type { ExclusionReason } from '@/generated/contract.ts';
import { addressOf, basisWords, countOf, countPath, reasonWords } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import type { Overlap } from './contributions.ts';
import { FirstOf, MOST_ROWS } from './first-of.tsx';
import styles from './overview.module.css';
import type { Excluded } from './queries.ts';

/** Each pair of counts that may hold the same people. */
export function OverlapList({ overlaps, known }: { overlaps: Overlap[]; known: string | null }) {
  return (
    <>
      <ul className={`plain ${styles.overlaps}`}>
        {overlaps.slice(0, MOST_ROWS).map(({ part, whole, isCertain, basis, note }) => (
          <li key={`${part.slug} ${whole.slug}`}>
            <Link href={addressOf(countPath(part), { known })}>{part.title}</Link>{' '}
            <span className="muted">{isCertain ? 'is part of' : 'may be part of'}</span>{' '}
            <Link href={addressOf(countPath(whole), { known })}>{whole.title}</Link>
            {(basis || note) && (
              <small>
                {basis && sentence(basisWords[basis])} {note}
              </small>
            )}
          </li>
        ))}
      </ul>
      <FirstOf total={overlaps.length} all={BY_API} />
    </>
  );
}

/** No page lists them all; `totals` does. */
const BY_API = { href: '/developers', label: 'The API tells them all.' };

const order: ExclusionReason[] = [
  'UNIT',
  'MEASURE',
  'NO_QUANTITY',
  'OPEN_WINDOW',
  'STATUS',
  'SUPERSEDED',
  'NOT_YET_KNOWN',
  'FILTERED',
];

/** Each record that the totals leave out, under its reason. */
export function LeftOutList({ excluded, known }: { excluded: Excluded[]; known: string | null }) {
  const groups = Map.groupBy(excluded, ({ reason }) => reason);
  return (
    <div className={styles.leftOut}>
      {order.map((reason) => {
        const left = groups.get(reason);
        if (!left) return null;
        return (
          <details key={reason}>
            <summary>
              {reasonWords[reason]} <span className="muted">{countOf(left.length, 'record')}</span>
            </summary>
            <ul className="plain">
              {left.slice(0, MOST_ROWS).map(({ count, detail }) => (
                <li key={count.slug}>
                  <Link href={addressOf(countPath(count), { known })}>{count.title}</Link>
                  <small>{detail}</small>
                </li>
              ))}
            </ul>
            <FirstOf total={left.length} all={BY_API} />
          </details>
        );
      })}
    </div>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
