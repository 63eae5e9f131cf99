'use client';

import { lazy, Suspense, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import styles from '../editing.module.css';
import { type KindPath, kinds } from '../kinds.ts';
import { FormPrefixProvider, useFormPrefix } from './field-id.ts';
import { useNames } from './names.ts';
import type { Choice } from './pickers.ts';

// The form has fields that open this dialog.
const RecordForm = lazy(async () => ({ default: (await import('../record-form.tsx')).RecordForm }));

interface CreateDialogProps {
  path: KindPath;
  /** What was typed into the search. */
  title: string;
  onSaved: (choice: Choice) => void;
  onClose: () => void;
}

/** Writes a record that another one names, without leaving that one. */
export function CreateDialog({ path, title, onSaved, onClose }: CreateDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { known } = useNames();
  const { noun } = kinds[path];
  const prefix = `${useFormPrefix()}new-${path}-`;
  useEffect(() => dialog.current?.showModal(), []);
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${prefix}title-of`}
      onClose={onClose}
      // What happens in here is no business of the form underneath.
      onChange={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id={`${prefix}title-of`}>{`New ${noun}`}</h2>
        <button type="button" className={styles.button} onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <Suspense fallback={<p className="muted">One moment …</p>}>
        <FormPrefixProvider value={prefix}>
          <RecordForm
            path={path}
            record={null}
            names={known}
            writer="in a dialog"
            given={path === 'sources' ? { title } : { name: title }}
            onSaved={({ record }) => onSaved({ value: codeOf(record.input), words: record.title })}
          />
        </FormPrefixProvider>
      </Suspense>
    </dialog>,
    document.body,
  );
}

/** What others name it by: its code where it has one. */
const codeOf = (input: Record<string, unknown>) => String(input.code ?? input.slug);
