'use client';

import { useState } from 'react';
import styles from './copy-button.module.css';

interface CopyButtonProps {
  text: string;
  /** What is copied, for those who do not see what the button stands beside: "the citation as BibTeX". */
  what: string;
}

/** Copies a text. Without script it is not there: the text itself is. */
export function CopyButton({ text, what }: CopyButtonProps) {
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
        Copy<span className="sr-only"> {what}</span>
      </button>{' '}
      <span role="status" className="muted">
        {words}
      </span>
    </span>
  );
}
