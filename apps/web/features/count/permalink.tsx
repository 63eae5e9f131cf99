import type { CountLineFragment } from '@/generated/graphql.ts';
import { addressOf, countPath } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './telling.module.css';

interface PermalinkProps {
  record: Pick<CountLineFragment, '__typename' | 'slug'>;
  /** The day as of which the record is read: the address keeps it. */
  at: string;
  anchor: string;
  /** "Permanent link to …". */
  to: string;
}

/** A link to one figure of a record, as known on the day on which it is read. */
export function Permalink({ record, at, anchor, to }: PermalinkProps) {
  return (
    <Link
      href={`${addressOf(countPath(record), { known: at })}#${anchor}`}
      className={`${styles.permalink} screen-only`}
      title={`Permanent link to ${to}`}
    >
      <span aria-hidden="true">#</span>
      <span className="sr-only">Permanent link to {to}</span>
    </Link>
  );
}
