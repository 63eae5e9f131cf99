import { type RefObject, useEffect } from 'react';

/** Asks before the browser, or a link of the page, leaves work that is not saved. */
export function useUnsavedGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const ask = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]');
      if (!link || link.getAttribute('target') === '_blank' || event.ctrlKey || event.metaKey) return;
      if (link.getAttribute('href')?.startsWith('#')) return;
      if (window.confirm('What you wrote is not saved; this browser keeps it for you. Leave the page?'))
        return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', warn);
    document.addEventListener('click', ask, true);
    return () => {
      window.removeEventListener('beforeunload', warn);
      document.removeEventListener('click', ask, true);
    };
  }, [isDirty]);
}

/** Ctrl+S and Cmd+S save: the form of the open dialog where there is one. */
export function useSaveKeys(form: RefObject<HTMLFormElement | null>, save: () => unknown): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const dialog = document.querySelector('dialog[open]');
      if (!dialog || dialog.contains(form.current)) void save();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [form, save]);
}
