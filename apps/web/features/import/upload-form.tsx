'use client';

import { useRouter } from 'next/navigation';
import { type DragEvent, useRef, useState } from 'react';
import editing from '@/features/editing/editing.module.css';
import { Notice } from '@/ui/notice.tsx';
import { askImport } from './ask.ts';
import styles from './import.module.css';
import type { ImportJob } from './job.ts';

/** Takes a file, chosen or dropped, and leads to its import. */
export function UploadForm() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(file: File | undefined) {
    if (!file || isBusy) return;
    const format = /\.(csv|xlsx|json)$/i.exec(file.name)?.[1]?.toLowerCase();
    if (!format) {
      setProblem(`${file.name} ends in none of .csv, .xlsx and .json; save it as one of these.`);
      return;
    }
    setProblem(null);
    setIsBusy(true);
    try {
      const query = new URLSearchParams({ format, name: file.name.slice(0, 200) });
      const headers = { 'content-type': 'application/octet-stream' };
      const job = await askImport<ImportJob>(`?${query}`, { method: 'POST', headers, body: file });
      router.push(`/admin/import/${job.id}`);
    } catch (error) {
      setProblem((error as Error).message);
      setIsBusy(false);
    }
    if (input.current) input.current.value = '';
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files[0]);
  }

  return (
    <>
      {/* Dropping is a second way; the field inside is the one for keys. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing here is only for a pointer. */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <div className={editing.field}>
          <label htmlFor="file">Choose a file, or drop it here</label>
          <input
            ref={input}
            id="file"
            type="file"
            accept=".csv,.xlsx,.json"
            disabled={isBusy}
            aria-describedby="file-note"
            onChange={(event) => void send(event.currentTarget.files?.[0])}
          />
          <small id="file-note">
            CSV in UTF-8 (256 MB), XLSX or JSON (64 MB), up to 200,000 rows. Nothing changes before you say
            so.
          </small>
        </div>
      </div>
      <div aria-live="polite">{isBusy && <Notice>Reading the file …</Notice>}</div>
      {problem && <Notice tone="error">{problem}</Notice>}
    </>
  );
}
