'use client';

import { type SubmitEvent, useState } from 'react';
import editing from '@/features/editing/editing.module.css';
import { formatNumber } from '@/text/index.ts';
import type { ImportJob, NewState } from './job.ts';

export interface ApplyChoice {
  state: NewState;
  skipAlike: boolean;
  reason: string | null;
}

const stateWords: Record<NewState, string> = {
  DRAFT: 'as drafts',
  IN_REVIEW: 'into review',
  PUBLISHED: 'published at once',
};

/** Says what would be written, and writes it. */
export function ApplyForm({
  job,
  onApply,
}: {
  job: ImportJob;
  onApply: (choice: ApplyChoice) => Promise<void>;
}) {
  const [isBusy, setIsBusy] = useState(false);
  const totals = job.totals ?? { new: 0, changed: 0, same: 0, rejected: 0, alike: 0 };
  const written = totals.new + totals.changed;

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setIsBusy(true);
    await onApply({
      state: String(data.get('state') ?? 'DRAFT') as NewState,
      skipAlike: data.has('skipAlike'),
      reason: String(data.get('reason') ?? '') || null,
    });
    setIsBusy(false);
  }

  return (
    <form className={editing.form} method="post" onSubmit={submit}>
      <fieldset className={editing.part}>
        <legend>Bring in</legend>
        <p>
          {written === 0
            ? 'Nothing would change: no row is new, and none says anything else than what is stored.'
            : `${formatNumber(totals.new)} new and ${formatNumber(totals.changed)} changed records would be written, all or none. ${formatNumber(totals.rejected)} refused rows stay out.`}
        </p>
        {written > 0 && (
          <>
            <div className={editing.field}>
              <label htmlFor="state">New counts and events come in</label>
              <select id="state" name="state" defaultValue="DRAFT">
                {job.mayStates.map((state) => (
                  <option key={state} value={state}>
                    {stateWords[state]}
                  </option>
                ))}
              </select>
            </div>
            <div className={editing.field}>
              <label htmlFor="reason">Why (for the history)</label>
              <input id="reason" name="reason" maxLength={1000} autoComplete="off" />
            </div>
            {totals.alike > 0 && (
              <div className={editing.checks}>
                <label>
                  <input type="checkbox" name="skipAlike" defaultChecked />
                  {`Leave out the ${formatNumber(totals.alike)} new rows that look like another record`}
                </label>
              </div>
            )}
            <p>
              <button type="submit" className={editing.primary} disabled={isBusy}>
                Bring in
              </button>
            </p>
          </>
        )}
      </fieldset>
    </form>
  );
}
