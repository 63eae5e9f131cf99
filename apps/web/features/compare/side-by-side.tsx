import type { ReactNode } from 'react';
import { addressOf, countOf, countPath, formatRange, formatShortDate, type Range } from '@/text/index.ts';
import { Link } from '@/ui/link.tsx';
import styles from './compare.module.css';
import { pageOf } from './file.ts';
import type { Subject } from './queries.ts';
import { countVerdicts } from './sentences.ts';
import type { CompareView } from './view.ts';

interface SideBySideProps {
  subjects: Subject[];
  view: CompareView;
}

interface Row {
  label: string;
  cell: (subject: Subject) => ReactNode;
}

/** The things compared as columns; each number leads to the page that shows it under the same filters. */
export function SideBySide({ subjects, view }: SideBySideProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.scroll} tabIndex={0} aria-label="Table of what is compared">
      <table className={styles.side} data-many={subjects.length > 2 ? '' : undefined}>
        <caption className="sr-only">Promised, due and reported, side by side, in people</caption>
        <thead>
          <tr>
            <td />
            {subjects.map((subject) => (
              <th key={subject.id} scope="col">
                <Link href={pageOf(subject, view)}>{subject.name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listRows(view).map(({ label, cell }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {subjects.map((subject) => (
                <td key={subject.id}>{cell(subject)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function listRows(view: CompareView): Row[] {
  const { known } = view;
  const number = (range: Range, tone: 'commit' | 'report', subject: Subject, none: string) =>
    range.high > 0 ? (
      <Link href={`${pageOf(subject, view)}#years`} className={`${styles.number} ${tone} nowrap`}>
        {formatRange(range)}
      </Link>
    ) : (
      <span className="muted">{none}</span>
    );
  return [
    {
      label: 'Promised',
      cell: (subject) => number(subject.totals.pledged, 'commit', subject, 'no number'),
    },
    { label: 'Due by then', cell: (subject) => number(subject.totals.due, 'commit', subject, 'nothing') },
    {
      label: 'Reported',
      cell: (subject) => number(subject.totals.reported, 'report', subject, 'no number'),
    },
    { label: 'Due less reported', cell: ({ totals }) => <Gap totals={totals} /> },
    {
      label: view.audience === 'all' ? 'Commitments' : 'Commitments, of every audience',
      cell: (subject) => <Commitments subject={subject} view={view} />,
    },
    {
      label: 'Last report, of any kind',
      cell: ({ reportedTotals }) => <LastReport reportedTotals={reportedTotals} known={known} />,
    },
  ];
}

/** What is missing; no number where nothing was due. */
function Gap({ totals: { due, reported, gap } }: Pick<Subject, 'totals'>) {
  if (due.high === 0) return <span className="muted">nothing was due</span>;
  const note =
    reported.high === 0
      ? 'no report with a number to take off'
      : gap.high <= 0
        ? 'reports cover it'
        : gap.low <= 0
          ? 'reports may cover it'
          : null;
  return (
    <>
      <span className="nowrap">{formatRange(gap)}</span>
      {note && <small>{note}</small>}
    </>
  );
}

function Commitments({ subject, view }: { subject: Subject; view: CompareView }) {
  const { by, known } = view;
  const { totalCount } = subject.commitments;
  if (totalCount === 0) return <span className="muted">none</span>;
  const words = countOf(totalCount, 'commitment');
  const listOf = (verdict: string | null) => addressOf('/commitments', { [by]: subject.id, verdict, known });
  return (
    <>
      <Link href={by === 'country' ? pageOf(subject, view) : listOf(null)}>{words}</Link>
      {countVerdicts(subject).map(({ verdict, words: line }) => (
        <small key={line}>
          {verdict && by !== 'country' ? <Link href={listOf(verdict)}>{line}</Link> : line}
        </small>
      ))}
    </>
  );
}

function LastReport({
  reportedTotals: { nodes },
  known,
}: Pick<Subject, 'reportedTotals'> & { known: string | null }) {
  const [last] = nodes;
  if (!last) return <span className="muted">none</span>;
  return (
    <>
      <Link href={addressOf(countPath({ __typename: 'ReportedTotal', slug: last.slug }), { known })}>
        {last.statedOn ? formatShortDate(last.statedOn) : 'undated'}
      </Link>
      <small>{last.title}</small>
    </>
  );
}
