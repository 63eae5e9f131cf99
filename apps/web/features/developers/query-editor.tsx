'use client';

import dynamic from 'next/dynamic';
import styles from './developers.module.css';

// Only here, and only in the browser: it is larger than the rest of the site's script.
const Editor = dynamic(() => import('./graphiql-editor.tsx').then((module) => module.GraphiqlEditor), {
  ssr: false,
  loading: () => <p className={styles.loading}>The editor is on its way …</p>,
});

interface QueryEditorProps {
  query: string;
  /** JSON. */
  variables: string | null;
  release: string | null;
}

/** GraphiQL, from our own files; starts with the question given. */
export function QueryEditor({ query, variables, release }: QueryEditorProps) {
  return (
    <section className={styles.editor} aria-label="Questions to the API">
      <Editor key={`${query} ${variables}`} query={query} variables={variables} release={release} />
    </section>
  );
}
