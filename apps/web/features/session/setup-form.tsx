'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { Notice } from '@/ui/notice.tsx';
import { postJson, type Refusal } from './post.ts';
import styles from './session.module.css';

const fields = [
  { name: 'name', label: 'Name', hint: 'Shown in the public history.', type: 'text', autoComplete: 'name' },
  { name: 'email', label: 'E-mail', hint: '', type: 'email', autoComplete: 'username' },
  {
    name: 'password',
    label: 'Password',
    hint: 'At least 12 characters.',
    type: 'password',
    autoComplete: 'new-password',
  },
];

/** Creates the first administrator with the token that stands after the # of the printed address. */
export function SetupForm() {
  const router = useRouter();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function create(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const token = new URLSearchParams(window.location.hash.slice(1)).get('token');
    setIsBusy(true);
    const answer = await postJson('/api/setup', { ...Object.fromEntries(data), token: token ?? undefined });
    setIsBusy(false);
    setRefusal(answer);
    if (answer) return;
    router.replace('/admin');
    router.refresh();
  }

  return (
    <form className={styles.form} method="post" onSubmit={create}>
      {refusal && (
        <Notice tone="error">
          {refusal.message}
          {refusal.problems
            ?.filter(({ path }) => !fields.some(({ name }) => name === path))
            .map(({ path, message }) => (
              <p key={path}>{`${path} ${message}`}</p>
            ))}
        </Notice>
      )}
      {fields.map(({ name, label, hint, type, autoComplete }) => {
        const problem = refusal?.problems?.find(({ path }) => path === name);
        const noteId = `${name}-note`;
        return (
          <div key={name}>
            <label htmlFor={name}>{label}</label>
            <input
              id={name}
              name={name}
              type={type}
              autoComplete={autoComplete}
              required
              minLength={name === 'password' ? 12 : undefined}
              aria-invalid={problem ? true : undefined}
              aria-describedby={hint || problem ? noteId : undefined}
            />
            {(hint || problem) && (
              <small id={noteId}>{problem ? `${label} ${problem.message}.` : hint}</small>
            )}
          </div>
        );
      })}
      <button type="submit" disabled={isBusy}>
        {isBusy ? 'Creating …' : 'Create the administrator'}
      </button>
    </form>
  );
}
