import { formatRange, type Range } from '@/text/index.ts';
import { DataTable } from '@/ui/data-table.tsx';
import styles from './compare.module.css';
import type { Subject } from './queries.ts';

interface ComparedYearsProps {
  subjects: Subject[];
  knownOn: string;
}

/** The table behind the panels: of each thing what is due and reported by the end of each year. */
export function ComparedYears({ subjects, knownOn }: ComparedYearsProps) {
  return (
    <div className={styles.tables}>
      {subjects.map(({ id, name, series }) => (
        <DataTable
          key={id}
          caption={`${name}: by the end of each year, in people`}
          showCaption
          compact
          rows={series.points}
          rowKey={({ start }) => start}
          columns={[
            { key: 'year', label: 'Year', cell: ({ start }) => start.slice(0, 4) },
            { key: 'promised', label: 'Promised', align: 'end', cell: ({ pledged }) => say(pledged) },
            { key: 'due', label: 'Due', align: 'end', cell: ({ cumulativeDue }) => say(cumulativeDue) },
            {
              key: 'reported',
              label: 'Reported',
              align: 'end',
              cell: ({ start, cumulativeReported }) =>
                start > knownOn ? <span className="muted">not yet</span> : say(cumulativeReported),
            },
          ]}
        />
      ))}
    </div>
  );
}

function say(range: Range) {
  return range.high > 0 ? formatRange(range) : <span className="muted">nothing</span>;
}
