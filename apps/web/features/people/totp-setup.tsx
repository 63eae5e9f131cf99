'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { postJson } from '@/features/session/post.ts';
import styles from '@/features/session/session.module.css';
import { CopyButton } from '@/ui/copy-button.tsx';
import peopleStyles from './people.module.css';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpQrCode } from './totp-qr-code.tsx';

/** The secret for the app and the recovery codes, once; codes are asked for from the first that the app gives. */
export function TotpSetup({ uri, codes }: { uri: string; codes: string[] }) {
  const router = useRouter();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const secret = new URL(uri).searchParams.get('secret') ?? '';

  async function prove(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code') ?? '').replaceAll(/\s/g, '');
    setIsBusy(true);
    const told = await postJson('/api/auth/two-factor/verify-totp', { code });
    setIsBusy(false);
    setTrouble(told && tellTrouble(told.message));
    if (told === null) router.refresh();
  }

  return (
    <>
      <RecoveryCodes codes={codes} />
      <p className={peopleStyles.sentences}>
        Then add an account to your authenticator app: by scanning the QR code, on this phone by{' '}
        <a href={uri}>opening this link</a>, or by typing the secret, time-based, six digits.
      </p>
      <div className={peopleStyles.scan}>
        <TotpQrCode uri={uri} />
        <p className={peopleStyles.secret}>
          <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
          <CopyButton text={secret} what="the secret" />
        </p>
      </div>
      <form className={styles.form} method="post" onSubmit={prove}>
        <div>
          <label htmlFor="first-code">Code that the app shows now</label>
          <input
            id="first-code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
            aria-invalid={trouble ? true : undefined}
            aria-describedby="first-code-note"
          />
          <small id="first-code-note">
            {trouble ?? 'Codes are asked for at sign-in once this one is right.'}
          </small>
        </div>
        <button type="submit" disabled={isBusy}>
          {isBusy ? 'Checking …' : 'Check the code'}
        </button>
      </form>
    </>
  );
}

function tellTrouble(message: string): string {
  return /invalid code/i.test(message)
    ? 'This code is not right. Codes change every 30 seconds; check that the phone’s clock is right.'
    : message;
}
