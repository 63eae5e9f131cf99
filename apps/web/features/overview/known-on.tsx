'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { formatDate } from '@/text/date.ts';
import { FilterInput } from '@/ui/filters.tsx';
import styles from './filter-form.module.css';
import { firstYear } from './view.ts';

interface KnownOnProps {
  known: string;
  today: string;
  /** First day of the slider. */
  from: string;
  apply: (known: string, how: 'push' | 'replace') => void;
}

const pause = 200;

/** "As known on": a day, and with script a slider over the ends of months up to today. */
export function KnownOn({ known, today, from, apply }: KnownOnProps) {
  const id = useId();
  const [text, setText] = useState(known);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(known), [known]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const first = monthOf(from);
  const last = Math.max(first + 1, monthOf(today));
  const day = isUsable(text, today) ? text : known;

  function type(value: string) {
    setText(value);
    // Half-typed days pass through impossible years; they are not asked for.
    if (isUsable(value, today)) applySoon(value, 'push');
  }
  function applySoon(value: string, how: 'push' | 'replace') {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => apply(value, how), pause);
  }
  function slide(month: number) {
    const value = month >= monthOf(today) ? today : lastDayOf(month);
    setText(value);
    applySoon(value, 'replace');
  }

  return (
    <div className={styles.known}>
      <label htmlFor={id}>As known on</label>
      <FilterInput
        id={id}
        type="date"
        name="known"
        value={text}
        min={`${firstYear}-01-01`}
        max={today}
        onChange={({ target }) => type(target.value)}
      />
      <input
        type="range"
        className={styles.slider}
        aria-label="As known on, by month"
        aria-valuetext={formatDate({ date: day, precision: 'MONTH' })}
        min={first}
        max={last}
        value={Math.min(last, Math.max(first, monthOf(day)))}
        onChange={({ target }) => slide(Number(target.value))}
      />
    </div>
  );
}

function isUsable(value: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= `${firstYear}-01-01` && value <= today;
}

/** Months since year zero. */
function monthOf(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

function lastDayOf(month: number): string {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
}
