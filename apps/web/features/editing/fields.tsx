'use client';

import type { ReactNode } from 'react';
import { type FieldPath, get, useFormContext } from 'react-hook-form';
import styles from './editing.module.css';
import type { CommitmentFields } from './form-values.ts';

type Name = FieldPath<CommitmentFields>;

interface FieldProps {
  name: Name;
  label: string;
  hint?: string;
  wide?: boolean;
}

interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** A label above its control, and below it what is wrong, or a hint. */
export function Field({
  name,
  label,
  hint,
  wide,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { formState } = useFormContext<CommitmentFields>();
  const error = get(formState.errors, name) as { message?: string; root?: { message?: string } } | undefined;
  const message = error?.message ?? error?.root?.message;
  const id = name.replaceAll('.', '-');
  const note = message ?? hint;
  return (
    <div className={styles.field} data-wide={wide || undefined}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': message ? true : undefined,
        'aria-describedby': note ? `${id}-note` : undefined,
      })}
      {note && (
        <small id={`${id}-note`} className={message ? styles.problem : undefined}>
          {message ? `${label}: ${message}.` : hint}
        </small>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  list?: string;
  type?: 'text' | 'date';
  inputMode?: 'numeric';
  readOnly?: boolean;
  lang?: string;
}

export function TextField({ list, type = 'text', inputMode, readOnly, lang, ...field }: TextFieldProps) {
  const { register } = useFormContext<CommitmentFields>();
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          {...register(field.name)}
          {...{ list, type, inputMode, readOnly, lang }}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

export function TextArea({ rows = 3, ...field }: FieldProps & { rows?: number }) {
  const { register } = useFormContext<CommitmentFields>();
  return (
    <Field wide {...field}>
      {(control) => <textarea {...control} {...register(field.name)} rows={rows} dir="auto" />}
    </Field>
  );
}

interface ChoiceProps extends FieldProps {
  /** Value to words. */
  options: Record<string, string>;
  /** Words for the empty value, where there may be none. */
  none?: string;
}

export function Choice({ options, none, ...field }: ChoiceProps) {
  const { register } = useFormContext<CommitmentFields>();
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} {...register(field.name)}>
          {none !== undefined && <option value="">{none}</option>}
          {Object.entries(options).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const precisions = { DAY: 'the day is known', MONTH: 'the month is known', YEAR: 'only the year is known' };

/** A day and how much of it the source gives. */
export function DateField({
  name,
  label,
  hint,
}: FieldProps & { name: 'statedOn' | 'window.start' | 'window.end' }) {
  return (
    <div className={styles.pair}>
      <TextField name={`${name}.date`} label={label} type="date" hint={hint} />
      <Choice name={`${name}.precision`} label={`${label}: how much is told`} options={precisions} />
    </div>
  );
}
