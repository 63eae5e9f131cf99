'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import styles from '@/features/session/session.module.css';
import { RenameOwnAccountDocument } from './documents.ts';
import { sendChange, tellTrouble } from './send.ts';

export function RenameForm({ name }: { name: string }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [words, say] = useState('');

  async function rename(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get('name') ?? '');
    const told = tellTrouble(await sendChange(RenameOwnAccountDocument, { name: given }), 'The name');
    setTrouble(told);
    say(told === null ? 'Saved.' : '');
    if (told === null) router.refresh();
  }

  return (
    <form className={styles.form} method="post" onSubmit={rename} noValidate>
      <div>
        <label htmlFor="own-name">Name</label>
        <input
          id="own-name"
          name="name"
          defaultValue={name}
          autoComplete="name"
          maxLength={200}
          aria-invalid={trouble ? true : undefined}
          aria-describedby="own-name-note"
        />
        <small id="own-name-note">
          {trouble ?? 'The history shows it. What stands there already keeps the name of its day.'}
        </small>
      </div>
      <button type="submit">Save the name</button>
      <p role="status" className="muted">
        {words}
      </p>
    </form>
  );
}
