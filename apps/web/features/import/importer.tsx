'use client';

import { useCallback, useEffect, useState } from 'react';
import editing from '@/features/editing/editing.module.css';
import { formatNumber } from '@/text/index.ts';
import { Notice } from '@/ui/notice.tsx';
import { Section } from '@/ui/section.tsx';
import { ApplyForm } from './apply-form.tsx';
import { askImport, postImport } from './ask.ts';
import styles from './import.module.css';
import { type ImportJob, isOngoing } from './job.ts';
import { MappingForm } from './mapping-form.tsx';
import { RowList } from './row-list.tsx';

const PAUSE_MS = 700;

/** One file on its way in: its columns, what the check found, and bringing it in. */
export function Importer({ id }: { id: number }) {
  const [job, setJob] = useState<ImportJob | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const act = useCallback(async (ask: () => Promise<ImportJob>) => {
    try {
      setJob(await ask());
      setProblem(null);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }, []);

  useEffect(() => {
    void act(() => askImport(`/${id}`));
  }, [act, id]);

  const ongoing = job !== null && isOngoing(job);
  useEffect(() => {
    if (!ongoing) return;
    const timer = setInterval(() => void act(() => askImport(`/${id}`)), PAUSE_MS);
    return () => clearInterval(timer);
  }, [act, id, ongoing]);

  if (!job)
    return problem ? <Notice tone="error">{problem}</Notice> : <Notice>Asking for the import …</Notice>;
  const mayCheck = job.state === 'READ' || job.state === 'CHECKED';
  return (
    <div className={editing.form}>
      <p className={styles.name}>{`${job.fileName}: ${formatNumber(job.rows)} rows`}</p>
      {problem && <Notice tone="error">{problem}</Notice>}
      {job.message && <Notice tone="error">{job.message}</Notice>}
      {mayCheck && (
        <MappingForm
          // Chosen anew for each file.
          key={job.id}
          job={job}
          onCheck={(mapping) => act(() => postImport(`/${id}/check`, mapping ? { mapping } : {}))}
        />
      )}
      {ongoing && <Progress job={job} onCancel={() => act(() => postImport(`/${id}/cancel`))} />}
      {job.state === 'APPLIED' && job.totals && (
        <Notice>
          {`Brought in: ${formatNumber(job.done)} records. The history of each tells who and why.`}
        </Notice>
      )}
      {job.totals && job.state === 'CHECKED' && (
        <ApplyForm job={job} onApply={(choice) => act(() => postImport(`/${id}/apply`, choice))} />
      )}
      {job.totals && (
        <Section
          id="rows"
          title="What the check found"
          aside={
            job.totals.rejected > 0 && (
              <a href={`/api/admin/import/${id}/rejected.csv`} download>
                Refused rows with reasons (CSV)
              </a>
            )
          }
        >
          <RowList job={job} />
        </Section>
      )}
    </div>
  );
}

function Progress({ job, onCancel }: { job: ImportJob; onCancel: () => void }) {
  const { state, done, rows, isSilent } = job;
  const words = state === 'CHECKING' ? 'Checking' : 'Bringing in';
  return (
    <div className={styles.progress}>
      <label htmlFor="progress">{`${words}: ${formatNumber(done)} of ${formatNumber(rows)} rows`}</label>
      <progress id="progress" value={done} max={rows} />
      <button type="button" className={editing.button} onClick={onCancel}>
        Give it up
      </button>
      {isSilent && <Notice tone="error">It stopped without a word: give it up, and try again.</Notice>}
    </div>
  );
}
