import type { ExclusionReason } from '@/generated/contract.ts';
import { basisWords, countOf, countPath, reasonWords } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import type { Overlap } from './contributions.ts';
import styles from './overview.module.css';
import type { Excluded } from './queries.ts';

/** Each pair of counts that may hold the same people. */
export function OverlapList({ overlaps }: { overlaps: Overlap[] }) {
  return (
    <ul className={`plain ${styles.overlaps}`}>
      {overlaps.map(({ part, whole, isCertain, basis, note }) => (
        <li key={`${part.slug} ${whole.slug}`}>
          <Link href={countPath(part)}>{part.title}</Link>{' '}
          <span className="muted">{isCertain ? 'is part of' : 'may be part of'}</span>{' '}
          <Link href={countPath(whole)}>{whole.title}</Link>
          {(basis || note) && (
            <small>
              {basis && sentence(basisWords[basis])} {note}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}

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
export function LeftOutList({ excluded }: { excluded: Excluded[] }) {
  const groups = Map.groupBy(excluded, ({ reason }) => reason);
  return (
    <div className={styles.leftOut}>
      {order
        .filter((reason) => groups.has(reason))
        .map((reason) => (
          <details key={reason}>
            <summary>
              {reasonWords[reason]}{' '}
              <span className="muted">{countOf(groups.get(reason)?.length ?? 0, 'record')}</span>
            </summary>
            <ul className="plain">
              {groups.get(reason)?.map(({ count, detail }) => (
                <li key={count.slug}>
                  <Link href={countPath(count)}>{count.title}</Link>
                  <small>{detail}</small>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
