'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { ApiError } from '@/api/error.ts';
import { queryFromBrowser } from '@/api/query-browser.ts';
import styles from '@/features/editing/editing.module.css';
import type * as api from '@/generated/contract.ts';
import type { CreateApiKeyMutation } from '@/generated/graphql.ts';
import { Notice } from '@/ui/notice.tsx';
import { CreateApiKeyDocument } from './documents.ts';
import { MadeKey } from './made-key.tsx';
import { scopeWords } from './words.ts';

type Answer = CreateApiKeyMutation['result'] | { __typename: 'NoAnswer'; message: string };

const terms: [days: number, words: string][] = [
  [30, '30 days'],
  [90, '90 days'],
  [180, 'half a year'],
  [366, 'a year'],
];

/** Makes a key and shows it once. `endpoint`: the address that programs ask. */
export function CreateKeyForm({ endpoint }: { endpoint: string }) {
  const router = useRouter();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function create(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setIsBusy(true);
    const told = await send(new FormData(form));
    setIsBusy(false);
    setAnswer(told);
    if (told.__typename !== 'ApiKeyCreated') return;
    form.reset();
    router.refresh();
  }

  const problems = answer?.__typename === 'ValidationFailed' ? answer.problems : [];
  const findProblem = (field: string) => problems.find(({ path }) => path.split('.')[0] === field)?.message;
  const ofName = findProblem('name');
  const ofScopes = findProblem('scopes');
  return (
    <>
      <form className={styles.form} method="post" onSubmit={create} noValidate>
        <fieldset className={styles.part}>
          <legend>New key</legend>
          <div className={styles.field}>
            <label htmlFor="name">Whose it is, or what for</label>
            <input
              id="name"
              name="name"
              maxLength={80}
              autoComplete="off"
              aria-invalid={ofName ? true : undefined}
              aria-describedby="name-note"
            />
            <small id="name-note" className={ofName ? styles.problem : undefined}>
              {ofName ? `It ${ofName}.` : 'You will know it by this name.'}
            </small>
          </div>
          <div className={styles.field}>
            <label htmlFor="days">How long it holds</label>
            <select id="days" name="days" defaultValue="90">
              {terms.map(([days, words]) => (
                <option key={days} value={days}>
                  {words}
                </option>
              ))}
            </select>
          </div>
          <fieldset className={styles.checks} aria-describedby={ofScopes ? 'scopes-note' : undefined}>
            <legend className={styles.checksLegend}>Raises the limits of</legend>
            {Object.entries(scopeWords).map(([scope, words]) => (
              <label key={scope}>
                <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'QUERY'} />
                {words}
              </label>
            ))}
          </fieldset>
          {ofScopes && (
            <p>
              <small id="scopes-note" className={styles.problem}>
                {`What it is good for: ${ofScopes}.`}
              </small>
            </p>
          )}
          <p>
            <button type="submit" className={styles.primary} disabled={isBusy}>
              {isBusy ? 'Making …' : 'Make the key'}
            </button>
          </p>
        </fieldset>
      </form>
      {answer?.__typename === 'ApiKeyCreated' && (
        <MadeKey
          key={answer.apiKey.id}
          name={answer.apiKey.name}
          secret={answer.secret}
          endpoint={endpoint}
        />
      )}
      {answer?.__typename === 'ValidationFailed' && (
        <Notice tone="error">No key was made: see what is marked above.</Notice>
      )}
      {answer && 'message' in answer && <Notice tone="error">{answer.message}</Notice>}
    </>
  );
}

async function send(data: FormData): Promise<Answer> {
  const input = {
    name: String(data.get('name') ?? ''),
    scopes: data.getAll('scopes') as api.KeyScope[],
    days: Number(data.get('days')),
  };
  try {
    return (await queryFromBrowser(CreateApiKeyDocument, { input })).result;
  } catch (error) {
    const message = error instanceof ApiError ? error.message : 'The server does not answer; try again.';
    return { __typename: 'NoAnswer', message };
  }
}
