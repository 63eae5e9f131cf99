'use client';

import { useEffect, useState } from 'react';
import editing from '@/features/editing/editing.module.css';
import { formatNumber } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import { Empty, Notice } from '@/ui/notice.tsx';
import { askImport } from './ask.ts';
import styles from './import.module.css';
import { type ImportJob, type ImportRow, type Verdict, verdictWords } from './job.ts';
import { RowFinding } from './row-finding.tsx';

interface Shown {
  verdict: Verdict;
  rows: ImportRow[];
  next: number | null;
}

/** The rows of a verdict, each with what was found; more on demand. */
export function RowList({ job: { id, totals } }: { job: ImportJob }) {
  const counts: Record<Verdict, number> = {
    REJECTED: totals?.rejected ?? 0,
    CHANGED: totals?.changed ?? 0,
    NEW: totals?.new ?? 0,
    SAME: totals?.same ?? 0,
  };
  const verdicts = Object.keys(counts) as Verdict[];
  const [verdict, setVerdict] = useState<Verdict>(verdicts.find((it) => counts[it] > 0) ?? 'NEW');
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function load(after: number, before: ImportRow[]) {
    try {
      const page = await askImport<Omit<Shown, 'verdict'>>(`/${id}/rows?verdict=${verdict}&after=${after}`);
      setShown({ verdict, rows: [...before, ...page.rows], next: page.next });
      setProblem(null);
    } catch (error) {
      setProblem((error as Error).message);
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new check gives new totals, and the rows anew.
  useEffect(() => {
    void load(0, []);
  }, [id, verdict, totals]);

  return (
    <>
      <fieldset className={styles.verdicts}>
        <legend className="sr-only">Rows to show</legend>
        {verdicts.map((it) => (
          <label key={it}>
            <input type="radio" name="verdict" checked={it === verdict} onChange={() => setVerdict(it)} />
            {`${verdictWords[it]} (${formatNumber(counts[it])})`}
          </label>
        ))}
      </fieldset>
      {problem && <Notice tone="error">{problem}</Notice>}
      {shown?.verdict === verdict && shown.rows.length === 0 && <Empty>No row is of this kind.</Empty>}
      {shown?.verdict === verdict && shown.rows.length > 0 && (
        <DataTable
          caption={`${verdictWords[verdict]} rows`}
          rows={shown.rows}
          rowKey={({ position }) => String(position)}
          columns={[
            {
              key: 'row',
              label: 'Row',
              width: '30%',
              cell: ({ position, name, entity }) => (
                <>
                  {`Row ${position}`}
                  <small className={styles.name}>{name ?? entity}</small>
                </>
              ),
            },
            { key: 'finding', label: 'Finding', cell: (row) => <RowFinding row={row} /> },
          ]}
        />
      )}
      {shown?.verdict === verdict && shown.next !== null && (
        <p>
          <button
            type="button"
            className={editing.button}
            onClick={() => void load(shown.next ?? 0, shown.rows)}
          >
            Next 50
          </button>
        </p>
      )}
    </>
  );
}
