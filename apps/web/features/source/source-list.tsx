import type { SourceLineFragment } from '@/generated/graphql.ts';
import { addressOf } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './source.module.css';
import { SourceTitle } from './source-title.tsx';
import { writeSourceLine } from './words.ts';

/** A plain list of sources. */
export function SourceList({ sources, known }: { sources: SourceLineFragment[]; known: string | null }) {
  return (
    <ul className={styles.list}>
      {sources.map((source) => (
        <li key={source.slug}>
          <Link href={addressOf(`/sources/${source.slug}`, { known })}>
            <SourceTitle source={source} />
          </Link>
          <small>
            {source.publisher} · {writeSourceLine(source)}
          </small>
        </li>
      ))}
    </ul>
  );
}
