'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useId } from 'react';
import { firstDay, keepParams, readKnown } from '@/text/address.ts';
import { Button, FilterInput } from './filters.tsx';
import styles from './known-control.module.css';

/** Pages with a control of their own, and editors' pages. */
const without = [/^\/$/, /^\/admin(\/|$)/];
/** Pages that are about the record as a whole: no day changes them. */
const timeless = [/^\/(changes|methodology|data|developers|styleguide)(\/|$)/];

/** "As known on": a day for any page. A plain GET form that keeps the page's other parameters. */
export function KnownControl({ today }: { today: string }) {
  const id = useId();
  const path = usePathname();
  const params = [...useSearchParams()];
  if (without.some((page) => page.test(path))) return null;
  const known = readKnown(Object.fromEntries(params), today).known ?? today;
  return (
    <form action={path} aria-label="As known on" className={`${styles.control} screen-only`}>
      <label htmlFor={id}>As known on</label>
      <FilterInput
        key={`${path} ${known}`}
        id={id}
        type="date"
        name="known"
        defaultValue={known}
        min={firstDay}
        max={today}
      />
      {keepParams(params).map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a parameter may be given twice
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Button>Show</Button>
      {known !== today && timeless.some((page) => page.test(path)) && (
        <p className={styles.remark}>This page is the same on every day; the menu above keeps the day.</p>
      )}
    </form>
  );
}
