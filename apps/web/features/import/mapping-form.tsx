'use client';

import { type SubmitEvent, useState } from 'react';
import editing from '@/features/editing/editing.module.css';
import styles from './import.module.css';
import type { ImportJob } from './job.ts';

interface MappingFormProps {
  job: ImportJob;
  onCheck: (mapping: (string | null)[] | null) => Promise<void>;
}

/** Which column fills which field; then the check. Folded once that has run. JSON names its fields itself. */
export function MappingForm({ job, onCheck }: MappingFormProps) {
  const { header, fields, state } = job;
  const [mapping, setMapping] = useState(job.mapping);
  const [isBusy, setIsBusy] = useState(false);
  const twice = mapping?.find((field, i) => field !== null && mapping.indexOf(field) !== i);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setIsBusy(true);
    await onCheck(mapping);
    setIsBusy(false);
  }

  const form = (
    <form className={editing.form} method="post" onSubmit={submit}>
      <fieldset className={editing.part}>
        <legend>{header ? 'Columns' : 'Check'}</legend>
        {header && (
          <p>
            Each column of the file fills a field, or is left out. The choice is kept for the next file with
            the same columns.
          </p>
        )}
        {header?.map((column, index) => (
          // Columns may have the same name.
          // biome-ignore lint/suspicious/noArrayIndexKey: their order is fixed.
          <div key={index} className={editing.field}>
            <label htmlFor={`column-${index}`}>{column || `Column ${index + 1}`}</label>
            <select
              id={`column-${index}`}
              value={mapping?.[index] ?? ''}
              aria-invalid={twice !== undefined && mapping?.[index] === twice ? true : undefined}
              onChange={({ currentTarget: { value } }) =>
                setMapping((old) => old?.map((field, i) => (i === index ? value || null : field)) ?? null)
              }
            >
              <option value="">— left out —</option>
              {fields?.map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
            </select>
            {twice !== undefined && mapping?.[index] === twice && (
              <small className={editing.problem}>Another column fills this field, too; choose one.</small>
            )}
          </div>
        ))}
        <p>
          <button
            type="submit"
            className={state === 'READ' ? editing.primary : editing.button}
            disabled={isBusy || twice !== undefined}
          >
            {state === 'READ' ? 'Check all rows' : 'Check again'}
          </button>
        </p>
      </fieldset>
    </form>
  );
  if (state === 'READ') return form;
  return (
    <details className={styles.mapping}>
      <summary>{header ? tellMapping(header, job.mapping) : 'Check again'}</summary>
      {form}
    </details>
  );
}

function tellMapping(header: readonly string[], mapping: ImportJob['mapping']): string {
  const left = header.filter((_, index) => !mapping?.[index]).map((column) => column || 'one without a name');
  const used = `Columns: ${header.length - left.length} of ${header.length} are used`;
  return left.length === 0 ? used : `${used}; left out: ${left.join(', ')}`;
}
