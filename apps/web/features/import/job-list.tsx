'use client';

import { useEffect, useState } from 'react';
import { formatNumber } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { askImport } from './ask.ts';
import styles from './import.module.css';
import { type ImportJob, stateWords } from './job.ts';

/** The last files that anybody brought. */
export function JobList() {
  const [jobs, setJobs] = useState<ImportJob[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    askImport<{ jobs: ImportJob[] }>('').then(
      (answer) => setJobs(answer.jobs),
      (error: Error) => setProblem(error.message),
    );
  }, []);
  if (problem) return <Notice tone="error">{problem}</Notice>;
  if (!jobs) return <p>Asking …</p>;
  if (jobs.length === 0) return <Empty>No file was brought yet.</Empty>;
  return (
    <DataTable
      caption="The last imports, newest first"
      rows={jobs}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          key: 'file',
          label: 'File',
          width: '50%',
          cell: ({ id, fileName }) => (
            <Link className={styles.name} href={`/admin/import/${id}`}>
              {fileName}
            </Link>
          ),
        },
        { key: 'rows', label: 'Rows', align: 'end', cell: ({ rows }) => formatNumber(rows) },
        { key: 'state', label: 'State', cell: ({ state }) => stateWords[state] },
        {
          key: 'by',
          label: 'By',
          cell: ({ actorName, createdAt }) => `${actorName}, ${createdAt.slice(0, 16).replace('T', ' ')} UTC`,
        },
      ]}
    />
  );
}
