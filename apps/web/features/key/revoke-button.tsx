'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { queryFromBrowser } from '@/api/query-browser.ts';
import styles from '@/features/editing/editing.module.css';
import { RevokeApiKeyDocument } from './documents.ts';
import keyStyles from './key.module.css';

/** Asks once more, then revokes. */
export function RevokeButton({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) first.current?.focus();
  }, [isAsking]);

  async function revoke() {
    setIsBusy(true);
    const told = await queryFromBrowser(RevokeApiKeyDocument, { id }).then(
      ({ result }) => ('message' in result ? result.message : null),
      () => 'The server does not answer; try again.',
    );
    setIsBusy(false);
    setTrouble(told);
    if (told === null) router.refresh();
  }

  if (!isAsking) {
    return (
      <button type="button" className={styles.button} onClick={() => setIsAsking(true)}>
        Revoke<span className="sr-only"> the key “{name}”</span>
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two buttons, no form
    <span
      role="group"
      aria-label={`Revoke the key “${name}” for good?`}
      className={keyStyles.question}
      onKeyDown={({ key }) => key === 'Escape' && setIsAsking(false)}
    >
      <span>For good?</span>
      <button type="button" className={styles.primary} onClick={revoke} disabled={isBusy} ref={first}>
        {isBusy ? 'Revoking …' : 'Revoke it'}
      </button>
      <button type="button" className={styles.button} onClick={() => setIsAsking(false)}>
        Keep it
      </button>
      {trouble && <span role="alert">{trouble}</span>}
    </span>
  );
}
