'use client';

import type { ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import styles from '../editing.module.css';
import { useFieldId } from './field-id.ts';

export interface FieldProps {
  /** Path in the input, e.g. `claims.0.high`. */
  name: string;
  label: string;
  hint?: string;
  wide?: boolean;
  /** What is wrong with it under another path of the input. */
  problem?: string | undefined;
}

export interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** What is wrong with a field, or with the date that it is the first part of. */
export function findMessage(errors: object, name: string): string | undefined {
  const error = get(errors, name) as { message?: unknown; root?: { message?: unknown } } | undefined;
  const message = error?.message ?? error?.root?.message;
  if (typeof message === 'string') return message;
  return name.endsWith('.date') ? findMessage(errors, name.slice(0, -'.date'.length)) : undefined;
}

/** A label above its control, and below it what is wrong, or a hint. */
export function Field({
  name,
  label,
  hint,
  wide,
  problem,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { formState } = useFormContext();
  const message = findMessage(formState.errors, name) ?? problem;
  const id = useFieldId()(name);
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
  type?: 'text' | 'date' | 'url';
  inputMode?: 'numeric';
  readOnly?: boolean;
}

export function TextField({ type = 'text', inputMode, readOnly, ...field }: TextFieldProps) {
  const { register } = useFormContext();
  return (
    <Field {...field}>
      {(control) => (
        <input {...control} {...register(field.name)} {...{ type, inputMode, readOnly }} autoComplete="off" />
      )}
    </Field>
  );
}

export function TextArea({ rows = 3, lang, ...field }: FieldProps & { rows?: number; lang?: string }) {
  const { register } = useFormContext();
  return (
    <Field wide {...field}>
      {(control) => (
        <textarea {...control} {...register(field.name)} rows={rows} lang={lang || undefined} dir="auto" />
      )}
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
  const { register } = useFormContext();
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
export function DateField({ name, label, hint }: FieldProps) {
  return (
    <div className={styles.pair}>
      <TextField name={`${name}.date`} label={label} type="date" hint={hint} />
      <Choice name={`${name}.precision`} label={`${label}: how much is told`} options={precisions} />
    </div>
  );
}

/** Something that holds or not. */
export function Tick({ name, label, hint }: FieldProps) {
  const { register } = useFormContext();
  const id = useFieldId()(name);
  return (
    <div className={styles.tick}>
      <label htmlFor={id}>
        <input type="checkbox" id={id} {...register(name)} />
        {label}
      </label>
      {hint && <small>{hint}</small>}
    </div>
  );
}
