'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { countOf } from '@/text/number.ts';
import styles from './data.module.css';
import { type Download, fetchFile, saveFile } from './download.ts';

type State =
  | { kind: 'none' }
  | ({ kind: 'running' | 'saved' } & Download)
  | { kind: 'failed'; words: string };

/**
 * Shows how far a file is while the browser fetches it. Without script its links are plain ones, and the browser's own
 * list of downloads shows the same.
 */
export function Downloads({ children }: { children: ReactNode }) {
  const [state, setState] = useState<State>({ kind: 'none' });
  const links = useRef<HTMLDivElement>(null);
  const running = useRef<AbortController>(null);

  useEffect(() => {
    const element = links.current;
    async function start(event: MouseEvent) {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-download]');
      // A click with a key held is meant for the browser.
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      const tell = (next: State) => running.current === mine && setState(next);
      try {
        const file = await fetchFile(link, mine.signal, (download) => tell({ kind: 'running', ...download }));
        saveFile(file);
        tell({ kind: 'saved', ...file });
      } catch (error) {
        tell(mine.signal.aborted ? { kind: 'none' } : { kind: 'failed', words: (error as Error).message });
      }
    }
    element?.addEventListener('click', start);
    return () => element?.removeEventListener('click', start);
  }, []);

  return (
    <>
      <div ref={links}>{children}</div>
      <div className={styles.progress} role="status" hidden={state.kind === 'none'}>
        <Words state={state} />
        {state.kind === 'running' && (
          <>
            <progress aria-label={`Fetching ${state.name}`} />
            <button type="button" onClick={() => running.current?.abort()}>
              Cancel
            </button>
          </>
        )}
      </div>
    </>
  );
}

function Words({ state }: { state: State }) {
  if (state.kind === 'none') return null;
  if (state.kind === 'failed') return <span>{state.words}</span>;
  const { name, bytes, rows } = state;
  const size = `${writeSize(bytes)}${rows === null ? '' : `, ${countOf(rows, 'row')}`}`;
  return (
    <span>
      {state.kind === 'saved' ? `${name} is saved` : `Fetching ${name}`} <span className="muted">{size}</span>
    </span>
  );
}

function writeSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
