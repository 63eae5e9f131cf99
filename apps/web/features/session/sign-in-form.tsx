'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { Notice } from '@/ui/notice.tsx';
import { CodeForm } from './code-form.tsx';
import { askJson, type Refusal } from './post.ts';
import styles from './session.module.css';

export function SignInForm({ next }: { next: string }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);

  function enter() {
    router.replace(next);
    router.refresh();
  }

  async function signIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setIsBusy(true);
    const answer = await askJson<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', {
      email: data.get('email'),
      password: data.get('password'),
    });
    setIsBusy(false);
    setRefusal(answer.refusal);
    if (answer.refusal) return;
    if (answer.data?.twoFactorRedirect) setNeedsCode(true);
    else enter();
  }

  if (needsCode) return <CodeForm onEnter={enter} onLeave={() => setNeedsCode(false)} />;
  return (
    <form className={styles.form} method="post" onSubmit={signIn}>
      {refusal && <Notice tone="error">{refusal.message}</Notice>}
      <label>
        E-mail
        <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password
        <input name="password" type="password" autoComplete="current-password" required />
      </label>
      <button type="submit" disabled={isBusy}>
        {isBusy ? 'Signing in …' : 'Sign in'}
      </button>
    </form>
  );
}
