'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { actionWords } from '@/features/editing/action-words.ts';
import editing from '@/features/editing/editing.module.css';
import { type KindPath, kinds } from '@/features/editing/kinds.ts';
import type { Viewer } from '@/features/session/viewer.ts';
import { type BulkAction, type BulkRow, bulkActionsOf } from './bulk.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import styles from './records.module.css';

interface Chosen {
  keys: ReadonlySet<string>;
  all: readonly string[];
  set: (keys: readonly string[], isChosen: boolean) => void;
}

const ChosenContext = createContext<Chosen>({ keys: new Set(), all: [], set: () => {} });

interface SelectionProps {
  path: KindPath;
  /** The records of the page. */
  rows: readonly BulkRow[];
  role: Viewer['role'];
  children: ReactNode;
}

/** Lets records of a page be chosen, and something be done to all that are. */
export function Selection({ path, rows, role, children }: SelectionProps) {
  const router = useRouter();
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [action, setAction] = useState<BulkAction | null>(null);
  const chosen = useMemo(
    () => ({
      keys,
      all: rows.map(({ key }) => key),
      set: (some: readonly string[], isChosen: boolean) =>
        setKeys((before) => {
          const after = new Set(before);
          for (const key of some) isChosen ? after.add(key) : after.delete(key);
          return after;
        }),
    }),
    [keys, rows],
  );
  const picked = rows.filter(({ key }) => keys.has(key));
  const close = (done: readonly string[]) => {
    setAction(null);
    if (done.length === 0) return;
    chosen.set(done, false);
    router.refresh();
  };
  return (
    <ChosenContext value={chosen}>
      {children}
      {picked.length > 0 && (
        <section className={styles.bar} aria-label="Chosen records">
          <strong role="status">{`${picked.length} chosen`}</strong>
          {bulkActionsOf(kinds[path]).map((name) => (
            <button key={name} type="button" className={editing.button} onClick={() => setAction(name)}>
              {actionWords[name]} …
            </button>
          ))}
          <button type="button" className={styles.quiet} onClick={() => setKeys(new Set())}>
            Choose none
          </button>
        </section>
      )}
      {action && <BulkDialog path={path} action={action} rows={picked} role={role} onClose={close} />}
    </ChosenContext>
  );
}

/** Chooses a record of the page. */
export function RowTick({ recordKey, title }: { recordKey: string; title: string }) {
  const { keys, set } = useContext(ChosenContext);
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={keys.has(recordKey)}
        onChange={({ target }) => set([recordKey], target.checked)}
      />
      <span className="sr-only">{`Choose ${title}`}</span>
    </label>
  );
}

/** Chooses every record of the page. */
export function PageTick() {
  const { keys, all, set } = useContext(ChosenContext);
  const count = all.filter((key) => keys.has(key)).length;
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        checked={count === all.length}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && count < all.length;
        }}
        onChange={({ target }) => set(all, target.checked)}
      />
      All on this page
    </label>
  );
}
