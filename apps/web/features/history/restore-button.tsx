'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useId, useRef, useState } from 'react';
import { ApiError } from '@/api/error.ts';
import { queryFromBrowser } from '@/api/query-browser.ts';
import editing from '@/features/editing/editing.module.css';
import type * as api from '@/generated/contract.ts';
import type { RestoreRevisionMutation } from '@/generated/graphql.ts';
import { formatSentence } from '@/text/sentence.ts';
import { RestoreRevisionDocument } from './documents.ts';
import styles from './history.module.css';

interface RestoreButtonProps {
  entity: api.RecordEntity;
  slug: string;
  /** The version that stands. */
  version: number;
  /** The version to go back to. */
  to: number;
  isSeen: boolean;
}

/** Asks once more and for a reason, then lets the record say again what it said. */
export function RestoreButton({ entity, slug, version, to, isSeen }: RestoreButtonProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const id = useId();

  async function restore(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim() || null;
    setIsBusy(true);
    const told = await queryFromBrowser(RestoreRevisionDocument, { entity, slug, version, to, reason }).then(
      ({ result }) => findTrouble(result),
      (error) =>
        error instanceof ApiError ? error.message : 'The server does not answer; nothing was changed.',
    );
    setIsBusy(false);
    setTrouble(told);
    if (told !== null) return;
    dialog.current?.close();
    router.refresh();
  }

  return (
    <>
      <button type="button" className={editing.button} onClick={() => dialog.current?.showModal()}>
        Restore version {to} …
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-title`}>
        <form method="dialog" onSubmit={restore} noValidate>
          <h2 id={`${id}-title`}>Restore version {to}</h2>
          <p>
            {`The record will say again what it said at version ${to}, as a new version: nothing of its history is lost.`}
            {isSeen && ' Readers see it at once.'}
          </p>
          <div className={editing.field}>
            <label htmlFor={`${id}-reason`}>Why (may be left empty), kept in the history</label>
            <input id={`${id}-reason`} name="reason" maxLength={1000} autoComplete="off" />
          </div>
          {trouble && (
            <p role="alert" className={editing.problem}>
              {trouble}
            </p>
          )}
          <p className={styles.buttons}>
            <button type="submit" className={editing.primary} disabled={isBusy}>
              {isBusy ? 'Restoring …' : 'Restore it'}
            </button>
            <button type="button" className={editing.button} onClick={() => dialog.current?.close()}>
              Leave it as it is
            </button>
          </p>
        </form>
      </dialog>
    </>
  );
}

function findTrouble(result: RestoreRevisionMutation['result']): string | null {
  switch (result.__typename) {
    case 'RevisionRestored':
      return null;
    case 'ValidationFailed':
      return result.problems
        .map(({ path, message }) => formatSentence(path ? `${path}: ${message}` : message))
        .join(' ');
    case 'EditConflict':
      return `${result.changedBy} changed it to version ${result.currentVersion} meanwhile. Load this page again to see it.`;
    default:
      return result.message;
  }
}
