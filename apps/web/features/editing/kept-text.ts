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
 * Keeps the text of a form in the browser while it is not saved, so that it outlives a closed window. `found` is what an
 * earlier visit left behind.
 */
export function useKeptText({ place, form, record }: KeptTextOptions) {
  const [found, setFound] = useState<KeptText | null>(null);
  const isDirty = form.formState.isDirty;
  const now = useRef({ isDirty, record });
  now.current = { isDirty, record };

  useEffect(() => setFound(readKept(place)), [place]);

  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(wait);
      wait = undefined;
      if (!now.current.isDirty) return;
      writeKept(place, { at: Date.now(), base: now.current.record, fields: form.getValues() });
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

  function forget() {
    setFound(null);
    removeKept(place);
  }
  return { found, forget, setAside: () => setFound(null) };
}

function readKept(place: string): KeptText | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
}

/** A browser that keeps nothing, or has no room, still saves. */
function writeKept(place: string, text: KeptText): void {
  try {
    localStorage.setItem(place, JSON.stringify(text));
  } catch {}
}

function removeKept(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {}
}
