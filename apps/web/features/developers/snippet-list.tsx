import { CodeBlock } from '@/ui/code-block.tsx';
import styles from './developers.module.css';
import type { Snippet } from './snippets.ts';

/** Code to copy, each piece with its title and a sentence beside it. */
export function SnippetList({ snippets }: { snippets: Snippet[] }) {
  return snippets.map(({ name, title, words, code }) => (
    <div key={name} id={name} className={styles.snippet}>
      <div>
        <h3>{title}</h3>
        <p>{words}</p>
      </div>
      <CodeBlock label={title}>{code}</CodeBlock>
    </div>
  ));
}
