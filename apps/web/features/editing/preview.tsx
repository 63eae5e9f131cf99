'use client';

import { useEffect, useId, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { queryFromBrowser } from '@/api/query-browser.ts';
import type { PreviewRecordQuery } from '@/generated/graphql.ts';
import { formatRange } from '@/text/index.ts';
import type { Fields } from './codec.ts';
import { PreviewDocument } from './documents.ts';
import styles from './editing.module.css';
import { readInput } from './input.ts';
import type { Kind } from './kinds.ts';
import { sayInWords, writePath } from './problems.ts';
import type { OpenRecord } from './record.ts';

const PAUSE = 700;
type Told = PreviewRecordQuery['previewRecord'];

interface PreviewProps {
  kind: Kind;
  form: UseFormReturn<Fields>;
  record: OpenRecord | null;
}

/** What readers' totals would be, were the record published as it stands in the form. */
export function Preview({ kind, form, record }: PreviewProps) {
  const heading = useId();
  const told = usePreview(kind, form, record);
  if (told === null) return null;
  const [problem] = told.problems;
  const changed = told.effects.filter(
    ({ before, after }) => before.low !== after.low || before.high !== after.high,
  );
  return (
    <section className={styles.preview} aria-labelledby={heading} aria-live="polite">
      <h2 id={heading}>What it does to public totals</h2>
      {problem ? (
        <p className="muted">
          {`Told as soon as this is mended: ${problem.path ? `${writePath(problem.path)}: ` : ''}${sayInWords(problem.message)}.`}
        </p>
      ) : changed.length === 0 ? (
        <p className="muted">Nothing: no total that readers see would change.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Total</th>
              <th scope="col">now</th>
              <th scope="col">when published</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ label, before, after }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{formatRange(before)}</td>
                <td>{formatRange(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Null while nothing is told. */
function usePreview(kind: Kind, form: UseFormReturn<Fields>, record: OpenRecord | null): Told | null {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    const ask = () => {
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      const input = JSON.stringify(readInput(kind, form.getValues()));
      const { slug = null, version = null } = record ?? {};
      queryFromBrowser(PreviewDocument, { entity: kind.entity, slug, version, input }, signal)
        .then(({ previewRecord }) => setTold(previewRecord))
        .catch(() => {
          if (!signal.aborted) setTold(null);
        });
    };
    const watching = form.watch(() => {
      clearTimeout(wait);
      wait = setTimeout(ask, PAUSE);
    });
    ask();
    return () => {
      clearTimeout(wait);
      asking.abort();
      watching.unsubscribe();
    };
  }, [kind, form, record]);
  return told;
}
