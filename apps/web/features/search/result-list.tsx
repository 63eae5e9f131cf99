import { Link } from '@/ui/link.tsx';
import { markTerms } from './marking.ts';
import type { Passage } from './passage.ts';
import type { Result } from './result.ts';
import styles from './search.module.css';
import type { Term } from './terms.ts';

export type ResultRow = Result & { passage: Passage | null };

/** Results, best first: what each is, its title, what matters of it, and where else the words stand in it. */
export function ResultList({ rows, terms }: { rows: ResultRow[]; terms: Term[] }) {
  return (
    <ol className={styles.results}>
      {rows.map((row) => (
        <li key={row.key} className={styles.result}>
          <span className={`${styles.kind} ${row.tone ?? ''}`}>{row.kind}</span>
          <div>
            <Title row={row} terms={terms} />
            <small>
              <Marked text={row.facts.join(' · ')} terms={terms} />
            </small>
            {row.passage && <PassageText passage={row.passage} terms={terms} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Title({ row: { title, language, path }, terms }: { row: Result; terms: Term[] }) {
  const words = (
    <span lang={language ?? undefined} dir={language ? 'auto' : undefined}>
      <Marked text={title} terms={terms} />
    </span>
  );
  if (!path) return <span className={styles.title}>{words}</span>;
  return (
    <Link href={path} className={styles.title}>
      {words}
    </Link>
  );
}

function PassageText({ passage: { text, language }, terms }: { passage: Passage; terms: Term[] }) {
  const words = <Marked text={text} terms={terms} />;
  if (!language) return <p className={styles.passage}>{words}</p>;
  return (
    <p className={styles.passage}>
      <q lang={language} dir="auto">
        {words}
      </q>
    </p>
  );
}

function Marked({ text, terms }: { text: string; terms: Term[] }) {
  let at = 0;
  return markTerms(text, terms).map(({ text: part, isFound }) => {
    const key = at;
    at += part.length;
    return isFound ? (
      <mark key={key} className={styles.mark}>
        {part}
      </mark>
    ) : (
      <span key={key}>{part}</span>
    );
  });
}
