'use client';

import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Notice } from '@/ui/notice.tsx';
import { postJson, type Refusal } from './post.ts';
import styles from './session.module.css';

interface CodeFormProps {
  onEnter: () => void;
  /** Back to e-mail and password. */
  onLeave: () => void;
}

/** The second question of a sign-in: the code that an authenticator app shows, or a recovery code. */
export function CodeForm({ onEnter, onLeave }: CodeFormProps) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [byRecovery, setByRecovery] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is another one then
  useEffect(() => field.current?.focus(), [byRecovery]);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').replaceAll(/\s/g, '');
    const path = byRecovery ? 'verify-backup-code' : 'verify-totp';
    setIsBusy(true);
    const told = await postJson(`/api/auth/two-factor/${path}`, { code });
    setIsBusy(false);
    setRefusal(told);
    if (told === null) onEnter();
    else field.current?.select();
  }

  function change(to: boolean) {
    setByRecovery(to);
    setRefusal(null);
  }

  return (
    <form className={styles.form} method="post" onSubmit={send}>
      {refusal && <Notice tone="error">{tellRefusal(refusal, byRecovery)}</Notice>}
      <div>
        <label htmlFor="code">{byRecovery ? 'Recovery code' : 'Code'}</label>
        <input
          key={String(byRecovery)}
          id="code"
          name="code"
          ref={field}
          inputMode={byRecovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          aria-describedby="code-note"
          aria-invalid={refusal ? true : undefined}
          maxLength={40}
          required
        />
        <small id="code-note">
          {byRecovery
            ? 'One of those shown when codes were turned on; each works once.'
            : 'The six digits that your authenticator app shows now.'}
        </small>
      </div>
      <button type="submit" disabled={isBusy}>
        {isBusy ? 'Signing in …' : 'Sign in'}
      </button>
      <p>
        <button type="button" className={styles.quiet} onClick={() => change(!byRecovery)}>
          {byRecovery ? 'Use the app instead' : 'Use a recovery code instead'}
        </button>{' '}
        <button type="button" className={styles.quiet} onClick={onLeave}>
          Begin again
        </button>
      </p>
    </form>
  );
}

// The library's own words name its cookie and its tokens.
function tellRefusal({ message }: Refusal, byRecovery: boolean): string {
  if (/invalid (code|backup code)/i.test(message)) {
    return byRecovery
      ? 'This is none of the recovery codes, or it was used already.'
      : 'This code does not hold. Codes change every 30 seconds; check that the phone’s clock is right.';
  }
  if (/cookie|new code/i.test(message)) {
    return 'That took too long, or too many codes were wrong. Begin again with your password.';
  }
  return message;
}
