'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { PasswordField } from '@/features/session/password-link-form.tsx';
import { askJson } from '@/features/session/post.ts';
import styles from '@/features/session/session.module.css';
import { Notice } from '@/ui/notice.tsx';
import peopleStyles from './people.module.css';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpSetup } from './totp-setup.tsx';

interface Enabled {
  totpURI: string;
  backupCodes: string[];
}

/** Turns codes at sign-in on or off; each asks for the password first. */
export function TotpPanel({ isOn }: { isOn: boolean }) {
  const router = useRouter();
  const [setup, setSetup] = useState<Enabled | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function send<Data>(path: string, password: FormDataEntryValue | null): Promise<Data | null> {
    setIsBusy(true);
    const { data, refusal } = await askJson<Data>(`/api/auth/two-factor/${path}`, { password });
    setIsBusy(false);
    setTrouble(refusal?.message ?? null);
    return data;
  }

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
    const password = new FormData(form).get('currentPassword');
    if (!isOn) return setSetup(await send<Enabled>('enable', password));
    if (submitter?.getAttribute('value') === 'codes') {
      const made = await send<{ backupCodes: string[] }>('generate-backup-codes', password);
      setCodes(made?.backupCodes ?? null);
      if (made) form.reset();
      return;
    }
    if (await send('disable', password)) router.refresh();
  }

  if (setup) return <TotpSetup uri={setup.totpURI} codes={setup.backupCodes} />;
  const isWrong = trouble !== null && /invalid password/i.test(trouble);
  return (
    <>
      <p className={peopleStyles.sentences}>
        {isOn
          ? 'On: signing in asks for your password and for a code of your authenticator app.'
          : 'Off: your password alone opens the account. With codes, whoever learns it still stands outside.'}
      </p>
      {codes && <RecoveryCodes codes={codes} />}
      <form className={styles.form} method="post" onSubmit={submit}>
        {trouble && !isWrong && <Notice tone="error">{trouble}</Notice>}
        <PasswordField
          name="currentPassword"
          idPrefix="codes-"
          label="Your password"
          hint={isOn ? 'Asked before anything is changed here.' : 'Asked before codes are turned on.'}
          problem={isWrong ? 'This is not your password.' : undefined}
        />
        <p className={peopleStyles.actions}>
          <button type="submit" value="main" disabled={isBusy}>
            {isOn ? 'Turn codes off' : 'Turn codes on'}
          </button>
          {isOn && (
            <button type="submit" value="codes" disabled={isBusy}>
              Make new recovery codes
            </button>
          )}
        </p>
      </form>
    </>
  );
}
