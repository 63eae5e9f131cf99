import { Link } from './link.tsx';
import styles from './page.module.css';

/** Links to the neighbouring pages of a list; `previous` and `next` are addresses, null where there is none. */
export function Pager({ previous, next }: { previous: string | null; next: string | null }) {
  if (!previous && !next) return null;
  return (
    <nav className={styles.pager} aria-label="Pages">
      <span>{previous && <Link href={previous}>← Previous</Link>}</span>
      <span>{next && <Link href={next}>Next →</Link>}</span>
    </nav>
  );
}
