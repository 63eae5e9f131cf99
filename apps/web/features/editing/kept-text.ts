import { useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Fields } from './codec.ts';
import type { OpenRecord } from './record.ts';

/** Text that was not saved, as the browser keeps it. */
export interface KeptText {
  /** Milliseconds since 1970. */
  at: number;
  /** The record as it was read then; null for a new one. */
  base: OpenRecord | null;
  fields: Fields;
}

const PAUSE = 400;

interface KeptTextOptions {
  /** Names the person and the record. */
  place: string;
  form: UseFormReturn<Fields>;
  record: OpenRecord | null;
}

/**
 * Keeps the text of a form in the browser while it is not saved, so that it outlives a closed window. Each visit keeps its
 * own: nothing that an earlier one left behind is written over. `found` is the latest of those.
 */
export function useKeptText({ place, form, record }: KeptTextOptions) {
  const [found, setFound] = useState<{ key: string; text: KeptText } | null>(null);
  const isDirty = form.formState.isDirty;
  const now = useRef({ isDirty, record, key: '' });
  now.current = { ...now.current, isDirty, record };

  useEffect(() => {
    const key = `${place} ${Date.now()}`;
    now.current.key = key;
    setFound(findLatest(place, key));
    let wait: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(wait);
      wait = undefined;
      if (!now.current.isDirty) return;
      write(key, { at: Date.now(), base: now.current.record, fields: form.getValues() });
    };
    const watching = form.watch(() => {
      wait ??= setTimeout(keep, PAUSE);
    });
    const flush = () => wait && keep();
    window.addEventListener('pagehide', flush);
    return () => {
      flush();
      watching.unsubscribe();
      window.removeEventListener('pagehide', flush);
    };
  }, [place, form]);

  function throwAway() {
    if (found) remove(found.key);
    setFound(findLatest(place, now.current.key));
  }

  return {
    found: found?.text ?? null,
    throwAway,
    /** What was found is in the form now, and is this visit's text. */
    takeOver: () => {
      if (found) write(now.current.key, found.text);
      throwAway();
    },
    /** What stands in the form is saved. */
    forget: () => remove(now.current.key),
  };
}

function findLatest(place: string, own: string): { key: string; text: KeptText } | null {
  try {
    const [key] = Object.keys(localStorage)
      .filter((candidate) => candidate.startsWith(`${place} `) && candidate !== own)
      .sort()
      .reverse();
    const text = key === undefined ? null : localStorage.getItem(key);
    return key === undefined || text === null ? null : { key, text: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** A browser that keeps nothing, or has no room, still saves. */
function write(key: string, text: KeptText): void {
  try {
    localStorage.setItem(key, JSON.stringify(text));
  } catch {}
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}
