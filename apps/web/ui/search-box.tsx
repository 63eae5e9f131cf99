'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { KeepRelease } from './keep-release.tsx';
import styles from './site.module.css';

const longestText = 200;

/** Search from any page. The key "/" goes to it; without script it is a plain form. */
export function SearchBox() {
  const known = useSearchParams().get('known');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.defaultPrevented || event.isComposing || isTyping(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: older browsers do not know <search>
    <form role="search" action="/search" className={`${styles.search} screen-only`}>
      <label>
        <span className="sr-only">Search the records</span>
        <input
          ref={input}
          type="search"
          name="q"
          placeholder="Search"
          maxLength={longestText}
          aria-keyshortcuts="/"
          autoComplete="off"
        />
      </label>
      <span className={styles.key} aria-hidden="true">
        /
      </span>
      {known && <input type="hidden" name="known" value={known} />}
      <KeepRelease />
    </form>
  );
}

function isTyping({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return true;
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
