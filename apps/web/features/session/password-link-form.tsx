'use client';

import { type SubmitEvent, useEffect, useState } from 'react';
import { Link } from '@/ui/link.tsx';
import { Notice } from '@/ui/notice.tsx';
import { askJson, postJson, type Refusal } from './post.ts';
import styles from './session.module.css';

interface Owner {
  name: string;
  email: string;
}

function readToken(): string | undefined {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? undefined;
}

/** Sets the password of whoever's link it is: the token stands after the # of the address. */
export function PasswordLinkForm() {
  const [owner, setOwner] = useState<Owner | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isSet, setIsSet] = useState(false);

  useEffect(() => {
    void askJson<Owner>('/api/password-link/read', { token: readToken() }).then((answer) => {
      setOwner(answer.data);
      setRefusal(answer.refusal);
    });
  }, []);

  async function set(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [password, again] = [data.get('password'), data.get('again')];
    if (password !== again) {
      return setRefusal({
        message: 'Nothing was set.',
        problems: [{ path: 'again', message: 'This differs from what stands above.' }],
      });
    }
    setIsBusy(true);
    const told = await postJson('/api/password-link', { token: readToken(), password });
    setIsBusy(false);
    setRefusal(told);
    if (told === null) setIsSet(true);
  }

  if (isSet) {
    return (
      <div role="status">
        <Notice>
          Your password is set. <Link href="/admin/sign-in">Sign in</Link> with {owner?.email}.
        </Notice>
      </div>
    );
  }
  if (!owner) {
    return refusal ? (
      <Notice tone="error">{refusal.message}</Notice>
    ) : (
      <p role="status">Looking at the link …</p>
    );
  }
  const findProblem = (path: string) => refusal?.problems?.find((problem) => problem.path === path)?.message;
  const short = findProblem('password');
  return (
    <form className={styles.form} method="post" onSubmit={set}>
      {refusal && <Notice tone="error">{refusal.message}</Notice>}
      <p>{`${owner.name}, you will sign in with ${owner.email}.`}</p>
      <input type="hidden" name="username" autoComplete="username" value={owner.email} />
      <PasswordField
        name="password"
        label="New password"
        hint="At least 12 characters."
        problem={short && `The password ${short}.`}
      />
      <PasswordField
        name="again"
        label="The same once more"
        hint="So that no slip locks you out."
        problem={findProblem('again')}
      />
      <button type="submit" disabled={isBusy}>
        {isBusy ? 'Setting …' : 'Set the password'}
      </button>
    </form>
  );
}

interface PasswordFieldProps {
  name: string;
  /** Where a page has several of the name. */
  idPrefix?: string;
  label: string;
  hint: string;
  /** A sentence in the hint's place. */
  problem: string | undefined;
}

export function PasswordField({ name, idPrefix = '', label, hint, problem }: PasswordFieldProps) {
  const id = idPrefix + name;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="password"
        autoComplete={name === 'currentPassword' ? 'current-password' : 'new-password'}
        required
        minLength={name === 'currentPassword' ? undefined : 12}
        maxLength={128}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-note`}
      />
      <small id={`${id}-note`}>{problem ?? hint}</small>
    </div>
  );
}
