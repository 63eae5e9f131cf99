'use client';

import { useRouter } from 'next/navigation';
import { type SubmitEvent, useState } from 'react';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type { RecordCommentsQuery } from '@/generated/graphql.ts';
import { formatInstant } from '@/text/index.ts';
import { AddCommentDocument } from './documents.ts';
import styles from './editing.module.css';
import type { Kind } from './kinds.ts';

interface CommentsProps {
  kind: Kind;
  slug: string;
  comments: RecordCommentsQuery['comments'];
}

/** What editors say to one another about a record. */
export function Comments({ kind, slug, comments }: CommentsProps) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    const told = await addComment(kind, slug, text);
    setIsBusy(false);
    setTrouble(told);
    if (told !== null) return;
    setText('');
    router.refresh();
  }

  return (
    <section className={styles.comments} aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      <p className="muted">For editors alone. They stay: nobody can change or delete one.</p>
      {comments.length > 0 && (
        <ol>
          {comments.map(({ id, author, at, text: words, version }) => (
            <li key={id}>
              <strong>{author}</strong> <small>{`${formatInstant(at)}, on version ${version}`}</small>
              <p>{words}</p>
            </li>
          ))}
        </ol>
      )}
      <form onSubmit={add} noValidate>
        <div className={styles.field}>
          <label htmlFor="comment">Your comment</label>
          <textarea
            id="comment"
            rows={2}
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-invalid={trouble ? true : undefined}
            aria-describedby={trouble ? 'comment-note' : undefined}
          />
          {trouble && (
            <small id="comment-note" className={styles.problem} role="alert">
              {trouble}
            </small>
          )}
        </div>
        <button type="submit" className={styles.button} disabled={isBusy}>
          Add the comment
        </button>
      </form>
    </section>
  );
}

/** What stands in the way; null when it is written. */
async function addComment({ entity }: Kind, slug: string, text: string): Promise<string | null> {
  try {
    const { addComment: told } = await queryFromBrowser(AddCommentDocument, { entity, slug, text });
    if (told.__typename === 'CommentAdded') return null;
    if (told.__typename === 'ValidationFailed') return `Comment: ${told.problems[0]?.message}.`;
    return told.message;
  } catch {
    return 'The server does not answer. Your comment is still here; try again.';
  }
}
