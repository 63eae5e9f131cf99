'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postJson } from './post.ts';
import styles from './session.module.css';

export function SignOutButton() {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);

  async function signOut() {
    const refusal = await postJson('/api/auth/sign-out', {});
    setTrouble(refusal?.message ?? null);
    if (refusal) return;
    router.replace('/admin/sign-in');
    router.refresh();
  }

  return (
    <span>
      <button type="button" className={styles.quiet} onClick={signOut}>
        Sign out
      </button>
      {trouble && <span role="alert"> {trouble}</span>}
    </span>
  );
}
