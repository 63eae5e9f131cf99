import { WindowTrack } from '@/charts/window-track/index.ts';
import {
  addressOf,
  countPath,
  describeVerdict,
  formatAmount,
  formatCountWindow,
  formatRange,
  formatRecipients,
  formatUnitAndRate,
  voiceWords,
} from '@/text/index.ts';
import { type Column, DataTable } from '@/ui/data-table.tsx';
import { Words } from '@/ui/figures.tsx';
import { Link } from '@/ui/link.tsx';
import { Empty } from '@/ui/notice.tsx';
import type { CommitmentPart, ReportPart } from './contributions.ts';
import type { Days } from './find-overview.ts';
import { FirstOf, type FirstOfProps, MOST_ROWS } from './first-of.tsx';
import type { Contribution } from './queries.ts';

type Part = Pick<Contribution, 'count'>;

function nameColumn<Row extends Part>(label: string, known: string | null): Column<Row> {
  return {
    key: 'title',
    label,
    cell: ({ count }) => (
      <>
        <Link href={addressOf(countPath(count), { known })}>{count.title}</Link>
        {count.program && <small>{count.program.name}</small>}
      </>
    ),
  };
}

function numberColumn<Row extends Part>(): Column<Row> {
  return {
    key: 'number',
    label: 'Number',
    align: 'end',
    width: '9%',
    cell: ({ count }) => (
      <>
        <span className="nowrap">{formatAmount(count)}</span> <small>{formatUnitAndRate(count)}</small>
      </>
    ),
  };
}

/** A report's number, and the part of it that lies within the years of the view. */
function reportedColumn({ from }: Days): Column<ReportPart> {
  const { cell, ...column } = numberColumn<ReportPart>();
  return {
    ...column,
    cell: (part) => {
      const { amount, quantity } = part;
      return (
        <>
          {cell(part)}
          {amount && amount.high < quantity.low && (
            <small>
              {formatRange(amount)} since {from.slice(0, 4)}
            </small>
          )}
        </>
      );
    },
  };
}

function windowColumn<Row extends Part>({ from, to, asOf }: Days): Column<Row> {
  return {
    key: 'window',
    label: 'Window',
    width: '21%',
    cell: ({ count }) => (
      <>
        <WindowTrack
          window={count.window}
          domain={{ start: from, end: to }}
          at={asOf}
          kind={count.__typename === 'Commitment' ? 'commitment' : 'report'}
        />
        <small>{formatCountWindow(count)}</small>
      </>
    ),
  };
}

interface PartsTableProps<Row> extends Pick<FirstOfProps, 'order' | 'all'> {
  caption: string;
  columns: Column<Row>[];
  parts: Row[];
}

function PartsTable<Row extends Part>({ caption, columns, parts, ...rest }: PartsTableProps<Row>) {
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={parts.slice(0, MOST_ROWS)}
        rowKey={({ count }) => count.slug}
        rowId={({ count }) => count.slug}
      />
      <FirstOf total={parts.length} {...rest} />
    </>
  );
}

interface TableProps<Row> {
  parts: Row[];
  days: Days;
  known: string | null;
}

export function PromisesTable({ parts, days, known }: TableProps<CommitmentPart>) {
  if (parts.length === 0) return <Empty>No promise with a number fits these filters.</Empty>;
  const columns: Column<CommitmentPart>[] = [
    { ...nameColumn<CommitmentPart>('Commitment', known), width: '32%' },
    numberColumn(),
    windowColumn(days),
    { key: 'for', label: 'For whom', cell: ({ count }) => formatRecipients(count) },
    {
      key: 'verdict',
      label: 'Verdict',
      width: '16%',
      cell: ({ count }) => {
        const { word, detail } = describeVerdict(count);
        return (
          <>
            <strong>{word}</strong>
            <small>{detail}</small>
          </>
        );
      },
    },
  ];
  return (
    <PartsTable
      caption="Promises that make up the band, largest first"
      columns={columns}
      parts={parts}
      order="largest"
      all={{ href: addressOf('/commitments', { known }), label: 'All commitments' }}
    />
  );
}

export function ReportsTable({ parts, days, known }: TableProps<ReportPart>) {
  if (parts.length === 0)
    return <Empty>No report fits these filters. Silence is not the same as nothing done.</Empty>;
  const columns: Column<ReportPart>[] = [
    { ...nameColumn<ReportPart>('Report', known), width: '32%' },
    reportedColumn(days),
    windowColumn(days),
    { key: 'words', label: 'Words', cell: ({ count }) => <FirstWords count={count} known={known} /> },
    { key: 'voice', label: 'Told', width: '16%', cell: ({ count }) => voiceWords[count.voice] },
  ];
  return (
    <PartsTable
      caption="Reports that make up the line, latest first"
      columns={columns}
      parts={parts}
      order="latest"
      all={{ href: addressOf('/reported', { known }), label: 'All reported totals' }}
    />
  );
}

type Source = Contribution['count']['claims'][number]['source'];

function rateSource({ kind, publishedOn }: Source): number {
  return (kind === 'REWRITE' ? 2 : 0) + (publishedOn ? 0 : 1);
}

function FirstWords({ count: { claims }, known }: Part & { known: string | null }) {
  const told = claims.filter(({ fragment, rank }) => fragment && rank !== 'DEPRECATED');
  // The reader's first click leads to who said it first hand, on a day that is known.
  const [claim] = told.toSorted((a, b) => rateSource(a.source) - rateSource(b.source));
  if (!claim?.fragment) return <span className="muted">no words recorded</span>;
  return (
    <>
      <Words text={claim.fragment} language={claim.language} />
      <small>
        <Link href={addressOf(`/sources/${claim.source.slug}`, { known })}>{claim.source.publisher}</Link>
      </small>
    </>
  );
}
