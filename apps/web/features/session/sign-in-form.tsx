'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { Notice } from '@/ui/notice.tsx';
import { postJson, type Refusal } from './post.ts';
import styles from './session.module.css';

export function SignInForm({ next }: { next: string }) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function signIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setIsBusy(true);
    const answer = await postJson('/api/auth/sign-in/email', {
      email: data.get('email'),
      password: data.get('password'),
    });
    setIsBusy(false);
    setRefusal(answer);
    if (answer) return;
    router.replace(next);
    router.refresh();
  }

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
