'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { ApiError } from '@/api/error.ts';
import { queryFromBrowser } from '@/api/query-browser.ts';
import editing from '@/features/editing/editing.module.css';
import type { DismissFindingMutation } from '@/generated/graphql.ts';
import { DismissFindingDocument, ReopenFindingDocument } from './documents.ts';
import styles from './quality.module.css';

interface JudgeProps {
  id: string;
  fingerprint: string;
  /** Of the dismissal that holds; null: the finding is open. */
  version: number | null;
}

/** Dismisses a finding with a reason, or opens it again. What was written stays until it is saved. */
export function Judge({ id, fingerprint, version }: JudgeProps) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  useEffect(() => {
    if (isAsking) field.current?.focus();
  }, [isAsking]);

  async function send(ask: () => Promise<Result>) {
    setIsBusy(true);
    const told = await ask().then(findTrouble, explain);
    setIsBusy(false);
    setTrouble(told);
    if (told === null) setIsAsking(false);
    if (told === null || told === CHANGED) router.refresh();
    else field.current?.focus();
  }

  function dismiss(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
    return send(
      async () => (await queryFromBrowser(DismissFindingDocument, { id, fingerprint, reason })).result,
    );
  }

  function leave({ key }: KeyboardEvent) {
    if (key !== 'Escape') return;
    setIsAsking(false);
    setTimeout(() => opener.current?.focus());
  }

  if (version !== null) {
    const reopen = async () => (await queryFromBrowser(ReopenFindingDocument, { id, version })).result;
    return (
      <>
        <button type="button" className={styles.judge} disabled={isBusy} onClick={() => send(reopen)}>
          {isBusy ? 'Opening …' : 'Open it again'}
        </button>
        {trouble && <span role="alert">{trouble}</span>}
      </>
    );
  }
  if (!isAsking) {
    return (
      <button type="button" className={styles.judge} onClick={() => setIsAsking(true)} ref={opener}>
        Dismiss …
      </button>
    );
  }
  return (
    <form className={styles.reason} method="post" onSubmit={dismiss} onKeyDown={leave} noValidate>
      <div className={editing.field}>
        <label htmlFor={fieldId}>Why it is no fault</label>
        <input
          id={fieldId}
          name="reason"
          ref={field}
          maxLength={1000}
          autoComplete="off"
          aria-invalid={trouble ? true : undefined}
          aria-describedby={`${fieldId}-note`}
        />
        <small
          id={`${fieldId}-note`}
          className={trouble ? editing.problem : undefined}
          role={trouble ? 'alert' : undefined}
        >
          {trouble ?? 'The history keeps it. The finding comes back when a record concerned changes.'}
        </small>
      </div>
      <p>
        <button type="submit" className={editing.primary} disabled={isBusy}>
          {isBusy ? 'Saving …' : 'Dismiss it'}
        </button>
        <button type="button" className={editing.button} onClick={() => setIsAsking(false)}>
          Keep it
        </button>
      </p>
    </form>
  );
}

type Result = DismissFindingMutation['result'];

const CHANGED = 'Somebody changed a record or judged this meanwhile: it is shown as it stands now.';

function findTrouble(result: Result): string | null {
  if (result.__typename === 'ValidationFailed') {
    const [problem] = result.problems;
    return problem ? `Please ${problem.message}.` : 'The reason is not taken.';
  }
  if (result.__typename === 'FindingChanged') return CHANGED;
  return 'message' in result ? result.message : null;
}

function explain(error: unknown): string {
  return error instanceof ApiError
    ? error.message
    : 'The server does not answer; what you wrote is still here.';
}
