import type { ComponentProps, ReactNode } from 'react';
import styles from './filters.module.css';
import { KeepRelease } from './keep-release.tsx';

/** A row of filters as a GET form: works without script, and its state is the address. */
export function FilterBar({ children, ...form }: ComponentProps<'form'>) {
  return (
    <form method="get" aria-label="Filters" {...form} className={`${styles.bar} ${form.className ?? ''}`}>
      {children}
      <KeepRelease />
    </form>
  );
}

/** One filter: its label above its control. */
export function FilterField({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is among the children
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
    </label>
  );
}

export interface Option {
  value: string;
  label: string;
}

type FilterSelectProps = ComponentProps<'select'> & { options: Option[]; groups?: Record<string, Option[]> };

/** A choice among values; `groups` are shown under their own headings. */
export function FilterSelect({ options, groups = {}, ...select }: FilterSelectProps) {
  return (
    <select {...select} className={`${styles.control} ${select.className ?? ''}`}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
      {Object.entries(groups).map(([name, members]) => (
        <optgroup key={name} label={name}>
          {members.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

export function FilterInput(props: ComponentProps<'input'>) {
  return <input {...props} className={`${styles.control} ${props.className ?? ''}`} />;
}

export function Button(props: ComponentProps<'button'>) {
  return <button type="submit" {...props} className={`${styles.button} ${props.className ?? ''}`} />;
}
