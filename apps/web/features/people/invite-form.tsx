'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import styles from '@/features/editing/editing.module.css';
import type * as api from '@/generated/contract.ts';
import { Notice } from '@/ui/notice.tsx';
import { InvitePersonDocument } from './documents.ts';
import { MadeLink } from './made-link.tsx';
import { findProblem, sendChange } from './send.ts';
import { roleMeanings, roleWords } from './words.ts';

type Answer = Awaited<ReturnType<typeof invite>>;

function invite(data: FormData) {
  const read = (name: string) => String(data.get(name) ?? '');
  const input = { name: read('name'), email: read('email'), role: read('role') as api.Role };
  return sendChange(InvitePersonDocument, { input });
}

/** Makes an account and shows the link for its owner once, whether or not it is mailed as well. */
export function InviteForm({ sendsMail }: { sendsMail: boolean }) {
  const router = useRouter();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setIsBusy(true);
    const told = await invite(new FormData(form));
    setIsBusy(false);
    setAnswer(told);
    if (told.__typename !== 'PasswordLinkMade') return;
    form.reset();
    router.refresh();
  }

  const label = sendsMail ? 'Make and mail the invitation' : 'Make the invitation';
  return (
    <>
      <form className={styles.form} method="post" onSubmit={submit} noValidate>
        <fieldset className={styles.part}>
          <legend>Invite somebody</legend>
          <TextField
            name="name"
            label="Name"
            hint="Shown in the public history."
            problem={findProblem(answer, 'name')}
          />
          <TextField
            name="email"
            label="E-mail"
            hint={`To sign in with. ${sendsMail ? 'The invitation is mailed to it.' : 'Nothing is sent to it.'}`}
            problem={findProblem(answer, 'email')}
          />
          <div className={styles.field}>
            <label htmlFor="role">Role</label>
            <select id="role" name="role" defaultValue="EDITOR">
              {Object.entries(roleWords).map(([role, words]) => (
                <option key={role} value={role}>
                  {`${words}: ${roleMeanings[role as api.Role]}`}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button type="submit" className={styles.primary} disabled={isBusy}>
              {isBusy ? 'Making …' : label}
            </button>
          </p>
        </fieldset>
      </form>
      {answer?.__typename === 'PasswordLinkMade' && <MadeLink key={answer.url} {...answer} />}
      {answer?.__typename === 'ValidationFailed' && (
        <Notice tone="error">Nobody was invited: see what is marked above.</Notice>
      )}
      {answer && 'message' in answer && <Notice tone="error">{answer.message}</Notice>}
    </>
  );
}

interface TextFieldProps {
  name: string;
  label: string;
  hint: string;
  problem: string | null;
}

function TextField({ name, label, hint, problem }: TextFieldProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={name === 'email' ? 'email' : 'text'}
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${name}-note`}
      />
      <small id={`${name}-note`} className={problem ? styles.problem : undefined}>
        {problem ? `${label} ${problem}.` : hint}
      </small>
    </div>
  );
}
