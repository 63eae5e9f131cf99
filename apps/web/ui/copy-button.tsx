'use client';

import { useState } from 'react';
import styles from './citation.module.css';

/** Copies a text. Without script it is not there: the text itself is. */
export function CopyButton({ text, name }: { text: string; name: string }) {
  const [words, say] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      say('copied');
    } catch {
      say('select and copy the text yourself: the browser does not allow it');
    }
  }
  return (
    <span className={styles.copy}>
      <button type="button" onClick={copy}>
        Copy<span className="sr-only"> the citation as {name}</span>
      </button>{' '}
      <span role="status" className="muted">
        {words}
      </span>
    </span>
  );
}
