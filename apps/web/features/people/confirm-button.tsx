'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import styles from '@/features/editing/editing.module.css';
import peopleStyles from './people.module.css';

interface ConfirmButtonProps {
  label: string;
  /** Whom or what it is done to, for those who do not see what the button stands beside. */
  of: string;
  /** Asked before anything is done. */
  question: string;
  /** Gives what went wrong; null when it is done. */
  act: () => Promise<string | null>;
}

/** Asks once more, then does it and shows the page anew. */
export function ConfirmButton({ label, of, question, act }: ConfirmButtonProps) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) first.current?.focus();
  }, [isAsking]);

  async function confirm() {
    setIsBusy(true);
    const told = await act();
    setIsBusy(false);
    setTrouble(told);
    if (told !== null) return;
    setIsAsking(false);
    router.refresh();
  }

  function leave() {
    setIsAsking(false);
    setTrouble(null);
    requestAnimationFrame(() => opener.current?.focus());
  }

  if (!isAsking) {
    return (
      <button type="button" className={styles.button} ref={opener} onClick={() => setIsAsking(true)}>
        {label}
        <span className="sr-only"> {of}</span>
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question with two buttons, no form
    <span
      role="group"
      aria-label={`${label} ${of}`}
      className={peopleStyles.question}
      onKeyDown={({ key }) => key === 'Escape' && leave()}
    >
      <span>{question}</span>
      <button type="button" className={styles.primary} onClick={confirm} disabled={isBusy} ref={first}>
        {isBusy ? 'One moment …' : label}
      </button>
      <button type="button" className={styles.button} onClick={leave}>
        Leave it
      </button>
      {trouble && (
        <span role="alert" className={styles.problem}>
          {trouble}
        </span>
      )}
    </span>
  );
}
