'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import styles from '@/features/editing/editing.module.css';
import { ConfirmButton } from './confirm-button.tsx';
import {
  CreatePasswordLinkDocument,
  DisablePersonDocument,
  EnablePersonDocument,
  EndSessionsDocument,
  type ListedPerson,
  RemoveTotpDocument,
} from './documents.ts';
import { MadeLink } from './made-link.tsx';
import peopleStyles from './people.module.css';
import { sendChange, tellTrouble } from './send.ts';

type LinkAnswer = Awaited<ReturnType<typeof makeLink>>;
const makeLink = (id: string) => sendChange(CreatePasswordLinkDocument, { id });

type OneAccount = typeof DisablePersonDocument;

/** What an administrator may do with an account. */
export function PersonActions({ id, name, state, hasTotp, sessions }: ListedPerson) {
  const router = useRouter();
  const [answer, setAnswer] = useState<LinkAnswer | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function link() {
    setIsBusy(true);
    const told = await makeLink(id);
    setIsBusy(false);
    setAnswer(told);
    router.refresh();
  }

  const act = (document: OneAccount | typeof EnablePersonDocument | typeof RemoveTotpDocument) => async () =>
    tellTrouble(await sendChange(document as OneAccount, { id }), name);

  if (state === 'DISABLED') {
    return (
      <div className={peopleStyles.actions}>
        <ConfirmButton
          label="Let in again"
          of={name}
          question="With the password they had?"
          act={act(EnablePersonDocument)}
        />
      </div>
    );
  }
  const trouble = answer && tellTrouble(answer, name);
  return (
    <div className={peopleStyles.actions}>
      <button type="button" className={styles.button} onClick={link} disabled={isBusy}>
        {state === 'INVITED' ? 'New invitation' : 'Reset password'}
        <span className="sr-only"> of {name}</span>
      </button>
      {sessions.length > 0 && (
        <ConfirmButton
          label="Sign out"
          of={`${name} everywhere`}
          question={`From ${sessions.length === 1 ? 'one browser' : `${sessions.length} browsers`}?`}
          act={async () => tellTrouble(await sendChange(EndSessionsDocument, { id, sessions: null }), name)}
        />
      )}
      {hasTotp && (
        <ConfirmButton
          label="Turn codes off"
          of={`for ${name}`}
          question="Without codes, the password alone opens the account."
          act={act(RemoveTotpDocument)}
        />
      )}
      <ConfirmButton
        label="Disable"
        of={name}
        question="Signed out at once, and let in no more?"
        act={act(DisablePersonDocument)}
      />
      {answer?.__typename === 'PasswordLinkMade' && <MadeLink key={answer.url} {...answer} />}
      {trouble && (
        <small role="alert" className={styles.problem}>
          {trouble}
        </small>
      )}
    </div>
  );
}
