'use client';

import { type SubmitEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import editing from '@/features/editing/editing.module.css';
import { Link } from '@/ui/link.tsx';
import styles from './records.module.css';
import { forgetView, keepView, readSavedViews, type SavedView, storageKeyOf } from './saved-views.ts';

interface ViewListProps {
  /** Folder of the list: views are kept for each. */
  path: string;
  /** The list's address without its view. */
  base: string;
  /** The present view, as the search part of an address without "?". */
  query: string;
  builtIn: readonly SavedView[];
}

/** Views of a list by name: those that every list has, and those that somebody keeps in this browser. */
export function ViewList({ path, base, query, builtIn }: ViewListProps) {
  const [views, write] = useSavedViews(storageKeyOf(path));
  const isNamed = [...builtIn, ...views].some((view) => view.query === query);
  return (
    <nav aria-label="Views" className={styles.views}>
      <ul>
        {builtIn.map(({ name, query: its }) => (
          <li key={name}>
            <ViewLink base={base} query={its} isHere={its === query} name={name} />
          </li>
        ))}
        {views.map(({ name, query: its }) => (
          <li key={`kept ${name}`}>
            <ViewLink base={base} query={its} isHere={its === query} name={name} />
            <button type="button" className={styles.forget} onClick={() => write(forgetView(views, name))}>
              <span aria-hidden="true">×</span>
              <span className="sr-only">{`Forget the view “${name}”`}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isNamed && <KeepForm onKeep={(name) => write(keepView(views, { name, query }))} />}
    </nav>
  );
}

interface ViewLinkProps {
  base: string;
  query: string;
  name: string;
  isHere: boolean;
}

function ViewLink({ base, query, name, isHere }: ViewLinkProps) {
  return (
    <Link href={query ? `${base}?${query}` : base} aria-current={isHere ? 'page' : undefined}>
      {name}
    </Link>
  );
}

/** False from `onKeep`: nothing was kept. */
function KeepForm({ onKeep }: { onKeep: (name: string) => boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  const [isRefused, setIsRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (isAsking) field.current?.focus();
  }, [isAsking]);

  function keep(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsRefused(!onKeep(String(new FormData(event.currentTarget).get('name') ?? '')));
    field.current?.focus();
  }

  if (!isAsking) {
    return (
      <button type="button" className={styles.quiet} onClick={() => setIsAsking(true)}>
        Keep this view …
      </button>
    );
  }
  return (
    <form
      className={styles.keep}
      onSubmit={keep}
      onKeyDown={({ key }) => key === 'Escape' && setIsAsking(false)}
      noValidate
    >
      <label htmlFor={id}>Name of this view</label>
      <input
        id={id}
        name="name"
        ref={field}
        maxLength={60}
        autoComplete="off"
        aria-invalid={isRefused || undefined}
        aria-describedby={isRefused ? `${id}-why` : undefined}
      />
      <button type="submit" className={editing.button}>
        Keep
      </button>
      <button type="button" className={styles.quiet} onClick={() => setIsAsking(false)}>
        Cancel
      </button>
      {isRefused && (
        <small id={`${id}-why`} className={editing.problem} role="alert">
          Give it a name; at most 30 views are kept.
        </small>
      )}
    </form>
  );
}

const CHANGED = 'muster:views';

/** The views that this browser keeps under a key, and what replaces them; null as a replacement changes nothing. */
function useSavedViews(key: string): [SavedView[], (views: SavedView[] | null) => boolean] {
  const text = useSyncExternalStore(
    listen,
    () => findItem(key),
    () => null,
  );
  return [
    readSavedViews(text),
    (views) => {
      if (views === null) return false;
      try {
        window.localStorage.setItem(key, JSON.stringify(views));
      } catch {
        return false;
      }
      window.dispatchEvent(new Event(CHANGED));
      return true;
    },
  ];
}

function listen(tell: () => void) {
  window.addEventListener('storage', tell);
  window.addEventListener(CHANGED, tell);
  return () => {
    window.removeEventListener('storage', tell);
    window.removeEventListener(CHANGED, tell);
  };
}

/** Some browsers keep nothing, and say so by throwing. */
function findItem(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}
