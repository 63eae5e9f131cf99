'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { ApiError } from '@/api/error.ts';
import { queryFromBrowser } from '@/api/query-browser.ts';
import styles from '@/features/editing/editing.module.css';
import type { CreateReleaseMutation } from '@/generated/graphql.ts';
import { Link } from '@/ui/link.tsx';
import { Notice } from '@/ui/notice.tsx';
import { CreateReleaseDocument } from './make-document.ts';
import releaseStyles from './release.module.css';

type Answer = CreateReleaseMutation['result'] | { __typename: 'NoAnswer'; message: string };

/** Makes a release of the published records and tells what came of it. `today`: the name it has by itself. */
export function MakeReleaseForm({ today }: { today: string }) {
  const router = useRouter();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function make(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setIsBusy(true);
    setAnswer(null);
    const told = await send(String(new FormData(form).get('name') ?? ''));
    setIsBusy(false);
    setAnswer(told);
    if (told.__typename !== 'ReleaseMade') return;
    form.reset();
    router.refresh();
  }

  const problem =
    answer?.__typename === 'ValidationFailed'
      ? answer.problems.map(({ message }) => message).join('; ')
      : null;
  return (
    <>
      <form className={styles.form} method="post" onSubmit={make}>
        <fieldset className={styles.part}>
          <legend>New release</legend>
          <div className={styles.field}>
            <label htmlFor="name">Name in addresses</label>
            <input
              id="name"
              name="name"
              maxLength={40}
              placeholder={today}
              autoComplete="off"
              aria-invalid={problem ? true : undefined}
              aria-describedby="name-note"
            />
            <small id="name-note" className={problem ? styles.problem : undefined}>
              {problem ?? 'Small letters, digits and hyphens; left empty, it is the date.'}
            </small>
          </div>
          <p>
            <button type="submit" className={styles.primary} disabled={isBusy}>
              {isBusy ? 'Copying the records …' : 'Make the release'}
            </button>
          </p>
        </fieldset>
      </form>
      {answer?.__typename === 'ReleaseMade' && <Made {...answer} />}
      {answer && 'message' in answer && <Notice tone="error">{answer.message}</Notice>}
    </>
  );
}

type MadeProps = Extract<CreateReleaseMutation['result'], { __typename: 'ReleaseMade' }>;

function Made({ isNew, release: { name, revision, checksum } }: MadeProps) {
  const link = <Link href={`/data/releases/${name}`}>{name}</Link>;
  return (
    <div role="status">
      <Notice>
        {isNew ? (
          <p>
            The release {link} of revision {revision} was made.
          </p>
        ) : (
          <p>
            Nothing was published since the release {link} of revision {revision}, so none was made.
          </p>
        )}
        <p>
          SHA-256 <code className={releaseStyles.sum}>{checksum}</code>
        </p>
      </Notice>
    </div>
  );
}

async function send(given: string): Promise<Answer> {
  try {
    return (await queryFromBrowser(CreateReleaseDocument, { name: given.trim() || null })).result;
  } catch (error) {
    const message = error instanceof ApiError ? error.message : 'The server does not answer; try again.';
    return { __typename: 'NoAnswer', message };
  }
}
