'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { PasswordField } from '@/features/session/password-link-form.tsx';
import { postJson } from '@/features/session/post.ts';
import styles from '@/features/session/session.module.css';
import { Notice } from '@/ui/notice.tsx';

/** Changes one's own password, and signs out every other browser. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [words, say] = useState('');

  async function change(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    setIsBusy(true);
    const told = await postJson('/api/auth/change-password', {
      currentPassword: data.get('currentPassword'),
      newPassword: data.get('newPassword'),
      revokeOtherSessions: true,
    });
    setIsBusy(false);
    setTrouble(told?.message ?? null);
    say(told ? '' : 'The password is changed, and every other browser signed out.');
    if (told) return;
    form.reset();
    router.refresh();
  }

  const isWrong = trouble !== null && /invalid password/i.test(trouble);
  return (
    <form className={styles.form} method="post" onSubmit={change}>
      {trouble && !isWrong && <Notice tone="error">{trouble}</Notice>}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        name="currentPassword"
        label="Present password"
        hint="The one you signed in with."
        problem={isWrong ? 'This is not your password.' : undefined}
      />
      <PasswordField
        name="newPassword"
        label="New password"
        hint="At least 12 characters."
        problem={undefined}
      />
      <button type="submit" disabled={isBusy}>
        {isBusy ? 'Changing …' : 'Change the password'}
      </button>
      <p role="status" className="muted">
        {words}
      </p>
    </form>
  );
}
