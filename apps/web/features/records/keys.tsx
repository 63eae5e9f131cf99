'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import editing from '@/features/editing/editing.module.css';
import styles from './records.module.css';

const STORAGE = 'muster.keys';
const CHANGED = 'muster:keys';

/** Pages of those who are not signed in. */
const OUTSIDE = /^\/admin\/(sign-in|setup|invite|reset)$/;

const keys: readonly [keys: string[], deed: string][] = [
  [['/'], 'Search the list'],
  [['n'], 'Write a new record of its kind'],
  [['?'], 'Show these keys'],
  [['Ctrl S', '⌘ S'], 'Save a form'],
  [['Esc'], 'Close what is open'],
];

/** Keys of the admin pages, and the dialog that lists them. Single keys can be turned off: some voices and hands press them unmeant. */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOutside = OUTSIDE.test(usePathname());
  const isOn = useSyncExternalStore(
    listen,
    () => readIsOn(),
    () => true,
  );
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      if (take(event.key, dialog.current)) event.preventDefault();
    };
    // Before the site's own search, which has the same key.
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [isOn]);
  if (isOutside) return null;
  return (
    <>
      <p className={`${styles.hint} screen-only`}>
        <button type="button" className={styles.quiet} onClick={() => dialog.current?.showModal()}>
          Keys
        </button>
      </p>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby="keys-title">
        <form method="dialog">
          <h2 id="keys-title">Keys</h2>
          <dl className={styles.keys}>
            {keys.map(([names, deed]) => (
              <div key={deed}>
                <dt>
                  {names.map((name, index) => (
                    <span key={name}>
                      {index > 0 && ' or '}
                      <kbd>{name}</kbd>
                    </span>
                  ))}
                </dt>
                <dd>{deed}</dd>
              </div>
            ))}
          </dl>
          <label className={styles.tick}>
            <input type="checkbox" checked={isOn} onChange={({ target }) => writeIsOn(target.checked)} />
            Keys without Ctrl or ⌘ work in this browser
          </label>
          <p className={styles.buttons}>
            <button type="submit" className={editing.primary}>
              Close
            </button>
          </p>
        </form>
      </dialog>
    </>
  );
}

/** True where the key does something on this page. */
function take(key: string, dialog: HTMLDialogElement | null): boolean {
  if (key === '?') {
    dialog?.showModal();
    return dialog !== null;
  }
  if (key === '/') {
    const field = document.querySelector<HTMLInputElement>('main [data-search]');
    field?.focus();
    field?.select();
    return field !== null;
  }
  const link = key === 'n' ? document.querySelector<HTMLAnchorElement>('main [data-new]') : null;
  link?.click();
  return link !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'))
  );
}

function listen(tell: () => void) {
  window.addEventListener('storage', tell);
  window.addEventListener(CHANGED, tell);
  return () => {
    window.removeEventListener('storage', tell);
    window.removeEventListener(CHANGED, tell);
  };
}

// Where the browser keeps nothing, the keys work.
function readIsOn(): boolean {
  try {
    return window.localStorage.getItem(STORAGE) !== 'off';
  } catch {
    return true;
  }
}

function writeIsOn(isOn: boolean) {
  try {
    window.localStorage.setItem(STORAGE, isOn ? 'on' : 'off');
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}
